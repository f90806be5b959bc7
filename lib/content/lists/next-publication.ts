import { readArticles } from "#lib/content/kinds/article.ts";
import { publicationOf } from "#lib/content/kinds/publication.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { locales } from "#lib/i18n/locales.ts";

/** The first day on which readers are to see an article that they do not see yet. */
export function nextPublication(root = contentRoot): string | undefined {
  const scheduled = locales
    .flatMap((locale) => readArticles(root, locale).entries)
    .filter((article) => publicationOf(article) === "scheduled");
  return scheduled.map(({ date }) => date).sort()[0];
}
