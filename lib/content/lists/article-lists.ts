import type { Article } from "#lib/content/kinds/article.ts";
import { getArticles } from "#lib/content/kinds/article.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";
import { type ArticleList, type ArticleListKind, articlesOnPage, pagesOf } from "./article-list.ts";

/** Those that hold articles, the fullest first; the blog is there also while it is empty. */
export const getArticleLists = question(
  "article lists",
  (locale: Locale, kind: ArticleListKind, root = contentRoot): ArticleList[] => {
    const articles = getArticles(locale, root);
    const known = listsOf.get(articles) ?? {};
    listsOf.set(articles, known);
    known[kind] ??= articleListsOf(articles, kind);
    return known[kind];
  },
);

/** By the articles that readers see, which are the same list for a minute. */
const listsOf = new WeakMap<readonly Article[], Partial<Record<ArticleListKind, ArticleList[]>>>();

export const findArticleList = question(
  "article list",
  (locale: Locale, kind: ArticleListKind, slug: string, root = contentRoot): ArticleList | undefined => {
    return getArticleLists(locale, kind, root).find((articleList) => articleList.slug === slug);
  },
);

/** The names of those that hold articles, in the same order. */
export const articleListSlugs = question("list slugs", (locale: Locale, kind: ArticleListKind, root = contentRoot) =>
  getArticleLists(locale, kind, root).map(({ slug }) => slug),
);

/** What one page of a list shows; undefined when there is no such page. */
export const articleListPart = question(
  "list page",
  (locale: Locale, kind: ArticleListKind, slug: string, number: number, root = contentRoot) => {
    const articleList = findArticleList(locale, kind, slug, root);
    if (!articleList || number > pagesOf(articleList)) return undefined;
    return { articles: articlesOnPage(articleList, number), count: pagesOf(articleList) };
  },
);

/** `articles` are of one language, newest first. */
export function articleListsOf(articles: readonly Article[], kind: ArticleListKind): ArticleList[] {
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

const slugsByKind: Record<Exclude<ArticleListKind, "blog">, (article: Article) => string[]> = {
  category: ({ category }) => [category],
  tag: ({ tags }) => tags,
  author: ({ authors }) => authors,
};
