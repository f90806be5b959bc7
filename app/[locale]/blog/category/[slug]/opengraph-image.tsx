import { openGraphImageOf } from "#app/opengraph-image-of.ts";
import { staticParams } from "#app/static-params.ts";
import { getArticleLists } from "#lib/content/lists/article-lists.ts";
import { paths } from "#lib/i18n/paths.ts";

export const generateStaticParams = () =>
  staticParams((locale) => getArticleLists(locale, "category").map(({ slug }) => ({ slug })));

export default openGraphImageOf((locale, slug) => paths.category(locale, slug));
