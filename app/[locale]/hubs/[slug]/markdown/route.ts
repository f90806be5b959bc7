import { markdownOf } from "#app/markdown-of.ts";
import { findHub } from "#lib/content/kinds/hub.ts";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/hubs/[slug]"];

export const GET = markdownOf(findHub);
