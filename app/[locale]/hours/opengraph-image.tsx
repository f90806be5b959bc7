import { openGraphImageOf } from "#app/opengraph-image-of.ts";
import { staticParams } from "#app/static-params.ts";
import { paths } from "#lib/i18n/paths.ts";

export const generateStaticParams = () => staticParams(() => [{}]);

export default openGraphImageOf((locale) => paths.hours(locale));
