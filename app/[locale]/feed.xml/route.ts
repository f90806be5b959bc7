import { notFound } from "next/navigation";
import { bytesOfShareImage } from "#app/bytes-of-share-image.ts";
import { pageLocale } from "#app/page-locale.ts";
import { findArticleList } from "#lib/content/lists/article-lists.ts";
import { paths } from "#lib/i18n/paths.ts";
import { rssFeed } from "#lib/pages/article-feed.ts";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]"];

export async function GET(_request: Request, { params }: RouteContext<"/[locale]/feed.xml">) {
  const locale = await pageLocale(params);
  const articleList = findArticleList(locale, "blog", "");
  if (!articleList) notFound();
  const feed = await rssFeed({ locale, articleList, self: paths.feed(locale) }, bytesOfShareImage);
  return new Response(feed, { headers: { "content-type": "application/rss+xml; charset=utf-8" } });
}
