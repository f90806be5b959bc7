import { openGraphImageOf } from "#app/opengraph-image-of.ts";
import { staticParams } from "#app/static-params.ts";
import { getServices } from "#lib/content/kinds/service.ts";
import { paths } from "#lib/i18n/paths.ts";

export const generateStaticParams = () => staticParams((locale) => getServices(locale).map(({ slug }) => ({ slug })));

export default openGraphImageOf(paths.service);
