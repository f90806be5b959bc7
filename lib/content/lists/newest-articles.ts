import { type Article, getArticles } from "#lib/content/kinds/article.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";

export const newestArticles = question("newest articles", (locale: Locale, most: number, root = contentRoot) =>
  getArticles(locale, root).slice(0, most),
);

/** The newest that name a service or a hub. */
export const newestArticlesOn = question(
  "newest articles on",
  (locale: Locale, kind: "services" | "hubs", slug: string, most: number, root = contentRoot): Article[] =>
    getArticles(locale, root)
      .filter((article) => article[kind].includes(slug))
      .slice(0, most),
);
