import { contentRoot } from "#lib/content/source/content-folder.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { question } from "#lib/question.ts";
import { type ArticleList, type ArticleListKind, articleListPath, pagesOf } from "./article-list.ts";
import { findArticleList } from "./article-lists.ts";
import { isIndexed } from "./is-indexed.ts";

type Alternates = {
  /** Where a reader is led: the last page of a list that is shorter there, the blog where there is no such list. */
  shown: Record<Locale, string>;
  /** Where the same page is, which is all that search engines are told: of those that they may show. */
  same: Partial<Record<Locale, string>>;
};

/** A page of a list of articles in each language. */
export function articleListAlternates(
  { kind, slug }: Pick<ArticleList, "kind" | "slug">,
  number: number,
  root = contentRoot,
): Alternates {
  return alternatesIn(kind, slug, number, root);
}

const alternatesIn = question(
  "list alternates",
  (kind: ArticleListKind, slug: string, number: number, root = contentRoot) => {
    const there = new Map(locales.map((locale) => [locale, findArticleList(locale, kind, slug, root)]));
    const last = (locale: Locale) => {
      const articleList = there.get(locale);
      return articleList ? pagesOf(articleList) : 0;
    };
    const shown = alternatesOf((locale) => {
      const articleList = there.get(locale);
      return articleList ? articleListPath(locale, articleList, Math.min(number, last(locale))) : paths.blog(locale);
    });
    const having = locales.filter((locale) => number <= last(locale) && isIndexed({ kind, slug }, locale, root));
    return { shown, same: Object.fromEntries(having.map((locale) => [locale, shown[locale]])) };
  },
);
