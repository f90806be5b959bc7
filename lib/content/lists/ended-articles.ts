import { getArticles, readArticles } from "#lib/content/kinds/article.ts";
import { publicationOf } from "#lib/content/kinds/publication.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

/** Where the address of an article leads whose last day is over: to the others of its category, where there are any. */
export function endedArticles(root = contentRoot): Record<string, string> {
  const led = locales.flatMap((locale) => {
    const categories = new Set(getArticles(locale, root).map(({ category }) => category));
    const ended = readArticles(root, locale).entries.filter((article) => publicationOf(article) === "ended");
    return ended.map(({ slug, category }) => {
      const list = categories.has(category) ? paths.category(locale, category) : paths.blog(locale);
      return [paths.article(locale, slug), list];
    });
  });
  return Object.fromEntries(led);
}
