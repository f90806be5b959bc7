import type { Article } from "#lib/content/kinds/article.ts";

/** Those that share most with an article, newest first among equals. One that shares nothing is not related. */
export function relatedArticles(article: Article, articles: readonly Article[], most: number): Article[] {
  return articles
    .filter(({ slug }) => slug !== article.slug)
    .map((other) => ({ other, shared: sharedBetween(article, other) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, most)
    .map(({ other }) => other);
}

/** A tag is chosen for one subject; a category holds a good part of the blog and decides only between equals. */
function sharedBetween(one: Article, other: Article) {
  const inBoth = (key: "tags" | "services" | "hubs") => one[key].filter((name) => other[key].includes(name)).length;
  const category = one.category === other.category ? 1 : 0;
  return 3 * inBoth("tags") + 2 * inBoth("services") + 2 * inBoth("hubs") + category;
}
