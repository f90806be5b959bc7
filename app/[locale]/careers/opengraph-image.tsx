import { openGraphImageOf } from "#app/opengraph-image-of.ts";
import { paths } from "#lib/i18n/paths.ts";
import { staticParams } from "#lib/pages/static-params.ts";

export const generateStaticParams = staticParams["/[locale]"];

export default openGraphImageOf((locale) => paths.careers(locale));
