import { generateJsonFeed, generateRssFeed } from "feedsmith";
import { toHtml } from "hast-util-to-html";
import type { Article } from "#lib/content/kinds/article.ts";
import { findAuthors } from "#lib/content/kinds/author.ts";
import { type ArticleList, articleListPath } from "#lib/content/lists/article-list.ts";
import { articleListName } from "#lib/content/lists/article-list-name.ts";
import { getSite } from "#lib/content/settings/site.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { readPublicEnv } from "#lib/env.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { notInXml } from "#lib/letters/not-in-xml.ts";
import { plainBody } from "#lib/pages/plain-body.ts";
import { findShareImage } from "#lib/pictures/find-share-image.ts";
import { instantOf } from "./instant-of.ts";
import { changeOf } from "./site-pages.ts";

// Readers ask often and for what is new. At 50 whole articles a feed is about 500 kB before compression.
const mostItems = 50;

type Feed = { locale: Locale; articleList: ArticleList; self: string };

/** How many bytes the share image of the page at an address has: RSS wants to know. */
type BytesOfImage = (address: string) => Promise<number>;

/** The newest articles of a list, whole, as RSS 2.0. */
export async function rssFeed(
  { locale, articleList, self }: Feed,
  bytesOfImage: BytesOfImage,
  root = contentRoot,
): Promise<string> {
  const { siteUrl, title, description, changed } = namesOf(locale, articleList, root);
  const items = itemsOf(articleList, root);
  const bytes = await Promise.all(items.map(({ address }) => bytesOfImage(address)));
  const feed = generateRssFeed<true>(
    {
      title,
      description,
      link: siteUrl + articleListPath(locale, articleList),
      language: locale,
      lastBuildDate: changed === undefined ? undefined : new Date(instantOf(changed)),
      atom: { links: [{ href: siteUrl + self, rel: "self", type: "application/rss+xml" }] },
      items: items.map((item, index) => ({
        title: item.title,
        link: item.url,
        description: item.summary,
        guid: { value: item.id, isPermaLink: false },
        pubDate: item.published,
        categories: item.tags.map((name) => ({ name })),
        dc: item.authors.length > 0 ? { creators: item.authors.map(({ name }) => name) } : undefined,
        enclosures: [{ url: item.image.url, length: bytes[index] ?? 0, type: item.image.type }],
        content: { encoded: item.html },
      })),
    },
    { strict: true },
  );
  return feed.replaceAll(notInXml, "");
}

/** The same as JSON Feed 1.1. */
export function jsonFeed({ locale, articleList, self }: Feed, root = contentRoot): unknown {
  const { siteUrl, title, description } = namesOf(locale, articleList, root);
  return generateJsonFeed<true>(
    {
      title,
      description,
      home_page_url: siteUrl + articleListPath(locale, articleList),
      feed_url: siteUrl + self,
      language: locale,
      items: itemsOf(articleList, root).map((item) => ({
        id: item.id,
        url: item.url,
        title: item.title,
        summary: item.summary,
        content_html: item.html,
        image: item.image.url,
        date_published: item.published,
        date_modified: item.changed,
        tags: item.tags,
        authors: item.authors.length > 0 ? item.authors : undefined,
        language: locale,
      })),
    },
    { strict: true },
  );
}

function namesOf(locale: Locale, articleList: ArticleList, root: string) {
  const { name } = getSite(root);
  return {
    siteUrl: readPublicEnv().siteUrl,
    title: `${name} · ${articleListName(articleList, locale, root)}`,
    description: getMessages(locale).blog.lead,
    changed: articleList.articles.map(changeOf).sort().at(-1),
  };
}

function itemsOf({ articles }: ArticleList, root: string) {
  return articles.slice(0, mostItems).map((article) => itemOf(article, root));
}

function itemOf(article: Article, root: string) {
  const { locale, slug, name, title, description, date, category, tags } = article;
  const { siteUrl } = readPublicEnv();
  const address = paths.article(locale, slug);
  const { wide } = findShareImage(address, root);
  return {
    // The name of the file outlives a new `url` and a new name of the site: nobody reads an article twice.
    id: `${locale}/blog/${name}`,
    address,
    url: siteUrl + address,
    title,
    summary: description,
    html: toHtml(plainBody(article, root)),
    published: new Date(instantOf(date)),
    changed: new Date(instantOf(changeOf(article))),
    tags: [
      articleListName({ kind: "category", slug: category }, locale, root),
      ...tags.map((slug) => articleListName({ kind: "tag", slug }, locale, root)),
    ],
    authors: findAuthors(article.authors, root).map(({ name, slug }) => ({
      name,
      url: siteUrl + paths.author(locale, slug),
    })),
    image: { url: siteUrl + wide.url, type: wide.type },
  };
}
