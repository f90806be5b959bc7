import { openGraphImageOf } from "#app/opengraph-image-of.ts";
import { staticParams } from "#app/static-params.ts";
import { getHubs } from "#lib/content/kinds/hub.ts";
import { paths } from "#lib/i18n/paths.ts";

export const generateStaticParams = () => staticParams((locale) => getHubs(locale).map(({ slug }) => ({ slug })));

export default openGraphImageOf(paths.hub);
