import { getArticles, readArticles } from "#lib/content/kinds/article.ts";
import { readOpenings } from "#lib/content/kinds/opening.ts";
import { publicationOf } from "#lib/content/kinds/publication.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

/**
 * Where the address of an article leads that readers see no longer: to the others of its category, where there are any; and that of an
 * opening, to all of them. Its last day is over, or it is a draft or dated later again, after it was at one of the `known` addresses, or a redirect leads there.
 */
export function hiddenEntries(known: ReadonlySet<string>, root = contentRoot): Record<string, string> {
  const led = locales.flatMap((locale) => {
    const categories = new Set(getArticles(locale, root).map(({ category }) => category));
    const entries = [...readArticles(root, locale).entries, ...readOpenings(root, locale).entries];
    return entries.flatMap((entry) => {
      const address = entryPath(entry);
      const publication = publicationOf(entry);
      if (publication === "published" || (publication !== "ended" && !known.has(address))) return [];
      if (entry.kind === "openings") return [[address, paths.careers(locale)]];
      const { category } = entry;
      return [[address, categories.has(category) ? paths.category(locale, category) : paths.blog(locale)]];
    });
  });
  return Object.fromEntries(led);
}
