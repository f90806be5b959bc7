import { openGraphImageOf } from "#app/opengraph-image-of.ts";
import { staticParams } from "#app/static-params.ts";
import { getIndustries } from "#lib/content/kinds/industry.ts";
import { paths } from "#lib/i18n/paths.ts";

export const generateStaticParams = () => staticParams((locale) => getIndustries(locale).map(({ slug }) => ({ slug })));

export default openGraphImageOf(paths.industry);
