import { getArticles, readArticles } from "#lib/content/kinds/article.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";
import { relatedArticles } from "./related-articles.ts";

const relatedShown = 3;

/** What the page of an article leads to: its neighbours in time, unless it is a draft, and what is related to it. */
export const aroundArticle = question("around article", (locale: Locale, name: string, root = contentRoot) => {
  const article = readArticles(root, locale).entries.find((entry) => entry.name === name);
  if (!article) return { related: [] };
  const articles = getArticles(locale, root);
  const place = articles.findIndex(({ slug }) => slug === article.slug);
  const related = relatedArticles(article, articles, relatedShown);
  return place < 0 ? { related } : { related, older: articles[place + 1], newer: articles[place - 1] };
});
