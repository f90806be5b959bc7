import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import { findArticleList } from "#lib/content/lists/article-lists.ts";
import { paths } from "#lib/i18n/paths.ts";
import { jsonFeed } from "#lib/pages/article-feed.ts";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/blog/category/[slug]"];

export async function GET(_request: Request, { params }: RouteContext<"/[locale]/blog/category/[slug]/feed.json">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const articleList = findArticleList(locale, "category", slug);
  if (!articleList) notFound();
  const feed = jsonFeed({ locale, articleList, self: paths.categoryFeed(locale, slug, "json") });
  return Response.json(feed, { headers: { "content-type": "application/feed+json; charset=utf-8" } });
}
