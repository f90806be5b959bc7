import { articleListPath } from "#lib/content/lists/article-list.ts";
import { getArticleLists } from "#lib/content/lists/article-lists.ts";
import { fewestIndexed, isIndexed } from "#lib/content/lists/is-indexed.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { locales } from "#lib/i18n/locales.ts";

/** Which lists search engines are not to show yet, and why, as lines to read. */
export function leftOutLists(root = contentRoot): string[] {
  const left = locales.flatMap((locale) =>
    (["category", "tag", "author"] as const)
      .flatMap((kind) => getArticleLists(locale, kind, root))
      .filter((list) => !isIndexed(list, locale, root))
      .map((list) => ({ path: articleListPath(locale, list), count: list.articles.length })),
  );
  const short = left.filter(({ count }) => count < fewestIndexed);
  const nearly = short.filter(({ count }) => count === fewestIndexed - 1).map(({ path }) => path);
  const same = left.filter(({ count }) => count >= fewestIndexed).map(({ path }) => path);
  return [
    short.length > 0 &&
      `Not for search engines until there are ${fewestIndexed} articles in each: ${short.length} lists`,
    nearly.length > 0 && `With one more article they may show: ${nearly.join(", ")}`,
    same.length > 0 && `Not for search engines while the blog has the same articles: ${same.join(", ")}`,
  ].filter((line) => line !== false);
}
