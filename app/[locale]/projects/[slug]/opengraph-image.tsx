import { openGraphImageOf } from "#app/opengraph-image-of.ts";
import { staticParams } from "#app/static-params.ts";
import { getProjects } from "#lib/content/kinds/project.ts";
import { paths } from "#lib/i18n/paths.ts";

export const generateStaticParams = () => staticParams((locale) => getProjects(locale).map(({ slug }) => ({ slug })));

export default openGraphImageOf(paths.project);
