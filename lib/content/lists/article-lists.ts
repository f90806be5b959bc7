import type { Article } from "#lib/content/kinds/article.ts";
import { getArticles } from "#lib/content/kinds/article.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { ArticleList, ArticleListKind } from "./article-list.ts";

/** Those that hold articles, the fullest first; the blog is there also while it is empty. */
export function getArticleLists(locale: Locale, kind: ArticleListKind, root = contentRoot): ArticleList[] {
  return articleListsOf(getArticles(locale, root), kind);
}

export function findArticleList(
  locale: Locale,
  kind: ArticleListKind,
  slug: string,
  root = contentRoot,
): ArticleList | undefined {
  return getArticleLists(locale, kind, root).find((articleList) => articleList.slug === slug);
}

/** `articles` are of one language, newest first. */
export function articleListsOf(articles: Article[], kind: ArticleListKind): ArticleList[] {
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
