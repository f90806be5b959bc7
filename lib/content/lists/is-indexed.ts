import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";
import type { ArticleList, ArticleListKind } from "./article-list.ts";
import { findArticleList } from "./article-lists.ts";

/** With fewer a list says no more than the articles themselves, and search engines count it as a page without content. */
export const fewestIndexed = 3;

/** Whether search engines may show a list: it is long enough, and not the blog once more under the name of its only author. */
export function isIndexed({ kind, slug }: Pick<ArticleList, "kind" | "slug">, locale: Locale, root = contentRoot) {
  return isIndexedIn(kind, slug, locale, root);
}

const isIndexedIn = question(
  "indexed list",
  (kind: ArticleListKind, slug: string, locale: Locale, root = contentRoot): boolean => {
    if (kind === "blog") return true;
    const count = lengthOf(kind, slug, locale, root);
    const isBlogAgain = kind === "author" && count === lengthOf("blog", "", locale, root);
    return count >= fewestIndexed && !isBlogAgain;
  },
);

function lengthOf(kind: ArticleListKind, slug: string, locale: Locale, root: string): number {
  return findArticleList(locale, kind, slug, root)?.articles.length ?? 0;
}
