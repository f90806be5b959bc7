import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import { staticParams } from "#app/static-params.ts";
import { findShelf, getShelves } from "#lib/content/lists/shelves.ts";
import { paths } from "#lib/i18n/paths.ts";
import { rssFeed } from "#lib/pages/article-feed.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return staticParams((locale) => getShelves(locale, "category").map(({ slug }) => ({ slug })));
}

export async function GET(_request: Request, { params }: RouteContext<"/[locale]/blog/category/[slug]/feed.xml">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const shelf = findShelf(locale, "category", slug);
  if (!shelf) notFound();
  const feed = rssFeed({ locale, shelf, self: paths.categoryFeed(locale, slug) });
  return new Response(feed, { headers: { "content-type": "application/rss+xml; charset=utf-8" } });
}
