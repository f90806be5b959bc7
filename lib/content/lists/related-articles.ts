import type { Article } from "#lib/content/kinds/article.ts";

/** Those that share most with an article, newest first among equals. One that shares nothing is not related. */
export function relatedArticles(article: Article, articles: readonly Article[], most: number): Article[] {
  const best: { other: Article; shared: number }[] = [];
  // Every article is held against every other one: to list and sort them all, 2,000 of them took 1.6 s.
  for (const other of articles) {
    const shared = other.slug === article.slug ? 0 : sharedBetween(article, other);
    const isFull = best.length === most;
    if (shared === 0 || (isFull && shared <= (best.at(-1)?.shared ?? 0))) continue;
    if (isFull) best.pop();
    const place = best.findIndex((one) => one.shared < shared);
    best.splice(place < 0 ? best.length : place, 0, { other, shared });
  }
  return best.map(({ other }) => other);
}

/** A tag is chosen for one subject; a category holds a good part of the blog and decides only between equals. */
function sharedBetween(one: Article, other: Article): number {
  const category = one.category === other.category ? 1 : 0;
  const named = 2 * inBoth(one.services, other.services) + 2 * inBoth(one.hubs, other.hubs);
  return 3 * inBoth(one.tags, other.tags) + named + category;
}

function inBoth(some: string[], others: string[]): number {
  let count = 0;
  for (const name of some) if (others.includes(name)) count += 1;
  return count;
}
