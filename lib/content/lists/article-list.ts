import type { Article } from "#lib/content/kinds/article.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

export type ArticleListKind = "blog" | "category" | "tag" | "author";

/** The articles of one list, newest first: the whole blog, which has no slug, or a category, a tag or an author. */
export type ArticleList = { kind: ArticleListKind; slug: string; articles: readonly Article[] };

// The first card is twice as wide, so 23 fill six rows of four, or twelve of two.
const articleListPageSize = 23;

export function pagesOf({ articles }: ArticleList): number {
  return Math.max(1, Math.ceil(articles.length / articleListPageSize));
}

/** Pages are numbered from 1. */
export function articlesOnPage({ articles }: ArticleList, number: number): Article[] {
  return articles.slice((number - 1) * articleListPageSize, number * articleListPageSize);
}

export function articleListPath(locale: Locale, { kind, slug }: Pick<ArticleList, "kind" | "slug">, number = 1) {
  return kind === "blog" ? paths.blog(locale, number) : paths[kind](locale, slug, number);
}
