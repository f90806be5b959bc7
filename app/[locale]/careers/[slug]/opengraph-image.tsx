import { openGraphImageOf } from "#app/opengraph-image-of.ts";
import { paths } from "#lib/i18n/paths.ts";
import { staticParams } from "#lib/pages/static-params.ts";

export const generateStaticParams = staticParams["/[locale]/careers/[slug]"];

export default openGraphImageOf(paths.opening);
