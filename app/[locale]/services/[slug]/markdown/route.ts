import { markdownOf } from "#app/markdown-of.ts";
import { findService } from "#lib/content/kinds/service.ts";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/services/[slug]"];

export const GET = markdownOf(findService);
