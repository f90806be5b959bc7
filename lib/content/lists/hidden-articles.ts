import { getArticles, readArticles } from "#lib/content/kinds/article.ts";
import { publicationOf } from "#lib/content/kinds/publication.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

/**
 * Where the address of an article leads that readers see no longer: to the others of its category, where there are any. Its
 * last day is over, or it is a draft or dated later again, after it was at one of the `known` addresses.
 */
export function hiddenArticles(known: ReadonlySet<string>, root = contentRoot): Record<string, string> {
  const led = locales.flatMap((locale) => {
    const categories = new Set(getArticles(locale, root).map(({ category }) => category));
    return readArticles(root, locale).entries.flatMap((article) => {
      const { slug, category } = article;
      const address = paths.article(locale, slug);
      const publication = publicationOf(article);
      if (publication === "published" || (publication !== "ended" && !known.has(address))) return [];
      return [[address, categories.has(category) ? paths.category(locale, category) : paths.blog(locale)]];
    });
  });
  return Object.fromEntries(led);
}
