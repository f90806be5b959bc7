import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import { findArticle } from "#lib/content/kinds/article.ts";
import { articleText } from "#lib/pages/article-text.ts";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/blog/[slug]"];

/** Readers know it by the address of the article and .md, which no folder of Next's can be named after. */
export async function GET(_request: Request, { params }: RouteContext<"/[locale]/blog/[slug]/markdown">) {
  const locale = await pageLocale(params);
  const article = findArticle(locale, (await params).slug);
  if (!article) notFound();
  return new Response(articleText(article), { headers: { "content-type": "text/markdown; charset=utf-8" } });
}
