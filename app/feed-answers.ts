import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import { shareImage } from "#app/share-image.tsx";
import { findArticleList } from "#lib/content/lists/article-lists.ts";
import { paths } from "#lib/i18n/paths.ts";
import { jsonFeed, rssFeed } from "#lib/pages/article-feed.ts";

/** Of a category, or of the whole blog. */
type Params = Promise<{ locale: string; slug?: string }>;

export async function rssAnswer(params: Params): Promise<Response> {
  const feed = await rssFeed(await feedAt(params, "xml"), async (page) => (await shareImage(page, "wide")).length);
  return new Response(feed, { headers: { "content-type": "application/rss+xml; charset=utf-8" } });
}

export async function jsonFeedAnswer(params: Params): Promise<Response> {
  const feed = jsonFeed(await feedAt(params, "json"));
  return Response.json(feed, { headers: { "content-type": "application/feed+json; charset=utf-8" } });
}

async function feedAt(params: Params, form: "xml" | "json") {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const articleList = findArticleList(locale, slug === undefined ? "blog" : "category", slug ?? "");
  if (!articleList) notFound();
  const self = slug === undefined ? paths.feed(locale, form) : paths.categoryFeed(locale, slug, form);
  return { locale, articleList, self };
}
