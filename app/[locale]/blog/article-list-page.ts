import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import type { Article } from "#lib/content/kinds/article.ts";
import { type ArticleList, type ArticleListKind, articleListPath } from "#lib/content/lists/article-list.ts";
import { articleListAlternates } from "#lib/content/lists/article-list-alternates.ts";
import { articleListName } from "#lib/content/lists/article-list-name.ts";
import { articleListPart } from "#lib/content/lists/article-lists.ts";
import { isIndexed } from "#lib/content/lists/is-indexed.ts";
import { fill } from "#lib/i18n/fill.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { pageMetadata } from "#lib/pages/page-metadata.ts";

type ListName = Pick<ArticleList, "kind" | "slug">;
export type ArticleListPage = {
  locale: Locale;
  articleList: ListName;
  number: number;
  count: number;
  articles: Article[];
};

type Params = { locale: string; slug?: string; number?: string };

export async function articleListPage(kind: ArticleListKind, params: Promise<Params>): Promise<ArticleListPage> {
  const locale = await pageLocale(params);
  const { slug = "", number = "1" } = await params;
  const part = articleListPart(locale, kind, slug, Number(number));
  if (!part) notFound();
  return { locale, articleList: { kind, slug }, number: Number(number), ...part };
}

export function articleListLead({ kind, slug }: ListName, locale: Locale): string {
  const { blog, lists } = getMessages(locale);
  const name = articleListName({ kind, slug }, locale);
  const leads = {
    blog: blog.lead,
    category: fill(blog.categoryLead, { category: name }),
    tag: fill(lists.tagLead, { tag: name }),
    author: fill(lists.authorLead, { author: name }),
  };
  return leads[kind];
}

/** For search results and messages, where no other words say what kind of list it is. */
function articleListTitle({ kind, slug }: ListName, locale: Locale): string {
  const { blog, lists } = getMessages(locale);
  const name = articleListName({ kind, slug }, locale);
  const titles = {
    blog: blog.title,
    category: fill(lists.categoryTitle, { category: name }),
    tag: fill(lists.tagTitle, { tag: name }),
    author: fill(lists.authorTitle, { author: name }),
  };
  return titles[kind];
}

export function articleListMetadata(kind: ArticleListKind) {
  return async ({ params }: { params: Promise<Params> }) => metadataOf(await articleListPage(kind, params));
}

function metadataOf({ locale, articleList, number, count }: ArticleListPage): Metadata {
  const { blog, lists } = getMessages(locale);
  const title = articleListTitle(articleList, locale);
  const position = number === 1 ? "" : ` ${fill(lists.position, { number, count })}.`;
  // "Articles on Canada." alone is too little for search engines, which then show whatever stands first on the page.
  const context = articleList.kind === "blog" ? "" : ` ${blog.lead}`;
  return {
    ...pageMetadata({
      locale,
      title: number === 1 ? title : fill(lists.titled, { title, number, count }),
      description: articleListLead(articleList, locale) + context + position,
      path: articleListPath(locale, articleList, number),
      alternates: articleListAlternates(articleList, number).same,
      category: articleList.kind === "category" ? articleList.slug : undefined,
      isIndexed: isIndexed(articleList, locale),
    }),
    pagination: {
      previous: number > 1 ? articleListPath(locale, articleList, number - 1) : undefined,
      next: number < count ? articleListPath(locale, articleList, number + 1) : undefined,
    },
  };
}
