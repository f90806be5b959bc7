import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import { staticParams } from "#app/static-params.ts";
import { findShelf, getShelves } from "#lib/content/lists/shelves.ts";
import { paths } from "#lib/i18n/paths.ts";
import { jsonFeed } from "#lib/pages/article-feed.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return staticParams((locale) => getShelves(locale, "category").map(({ slug }) => ({ slug })));
}

export async function GET(_request: Request, { params }: RouteContext<"/[locale]/blog/category/[slug]/feed.json">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const shelf = findShelf(locale, "category", slug);
  if (!shelf) notFound();
  const feed = jsonFeed({ locale, shelf, self: paths.categoryFeed(locale, slug, "json") });
  return Response.json(feed, { headers: { "content-type": "application/feed+json; charset=utf-8" } });
}
