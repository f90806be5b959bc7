import { markdownOf } from "#app/markdown-of.ts";
import { findArticle } from "#lib/content/kinds/article.ts";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/blog/[slug]"];

export const GET = markdownOf(findArticle);
