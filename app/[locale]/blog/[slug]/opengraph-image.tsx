import { openGraphImageOf } from "#app/opengraph-image-of.ts";
import { staticParams } from "#app/static-params.ts";
import { getArticles } from "#lib/content/kinds/article.ts";
import { paths } from "#lib/i18n/paths.ts";

export const generateStaticParams = () => staticParams((locale) => getArticles(locale).map(({ slug }) => ({ slug })));

export default openGraphImageOf(paths.article);
