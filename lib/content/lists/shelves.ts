import type { Article } from "#lib/content/kinds/article.ts";
import { getArticles } from "#lib/content/kinds/article.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Shelf, ShelfKind } from "./shelf.ts";

/** Those that hold articles, the fullest first; the blog is there also while it is empty. */
export function getShelves(locale: Locale, kind: ShelfKind, root = contentRoot): Shelf[] {
  return shelvesOf(getArticles(locale, root), kind);
}

export function findShelf(locale: Locale, kind: ShelfKind, slug: string, root = contentRoot): Shelf | undefined {
  return getShelves(locale, kind, root).find((shelf) => shelf.slug === slug);
}

/** `articles` are of one language, newest first. */
export function shelvesOf(articles: Article[], kind: ShelfKind): Shelf[] {
  if (kind === "blog") return [{ kind, slug: "", articles }];

  const slugsOf = slugsByKind[kind];
  const slugs = [...new Set(articles.flatMap(slugsOf))].sort();
  const bySlug = new Map(slugs.map((slug): [string, Article[]] => [slug, []]));
  for (const article of articles) {
    for (const slug of slugsOf(article)) bySlug.get(slug)?.push(article);
  }
  return Array.from(bySlug, ([slug, articles]) => ({ kind, slug, articles })).sort(
    (a, b) => b.articles.length - a.articles.length,
  );
}

const slugsByKind: Record<Exclude<ShelfKind, "blog">, (article: Article) => string[]> = {
  category: ({ category }) => [category],
  tag: ({ tags }) => tags,
  author: ({ author }) => (author ? [author] : []),
};
