import { openGraphImageOf } from "#app/opengraph-image-of.ts";
import { staticParams } from "#app/static-params.ts";
import { getPages } from "#lib/content/kinds/page.ts";
import { paths } from "#lib/i18n/paths.ts";

export const generateStaticParams = () => staticParams((locale) => getPages(locale).map(({ slug }) => ({ slug })));

export default openGraphImageOf(paths.page);
