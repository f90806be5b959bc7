import type { Article } from "#lib/content/kinds/article.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

export type ShelfKind = "blog" | "category" | "tag" | "author";

/** The articles of one list, newest first: the whole blog, which has no slug, or a category, a tag or an author. */
export type Shelf = { kind: ShelfKind; slug: string; articles: Article[] };

// The first card is twice as wide, so 23 fill six rows of four, or twelve of two.
const shelfPageSize = 23;

export function pagesOf({ articles }: Shelf): number {
  return Math.max(1, Math.ceil(articles.length / shelfPageSize));
}

/** Pages are numbered from 1. */
export function articlesOnPage({ articles }: Shelf, number: number): Article[] {
  return articles.slice((number - 1) * shelfPageSize, number * shelfPageSize);
}

export function shelfPath(locale: Locale, { kind, slug }: Pick<Shelf, "kind" | "slug">, number = 1) {
  return kind === "blog" ? paths.blog(locale, number) : paths[kind](locale, slug, number);
}
