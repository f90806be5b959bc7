import { type Article, getArticles, readArticles } from "#lib/content/kinds/article.ts";
import { readOpenings } from "#lib/content/kinds/opening.ts";
import { publicationOf } from "#lib/content/kinds/publication.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { articleListPath } from "./article-list.ts";
import { articleListSlugs } from "./article-lists.ts";

/**
 * Where the address of an article leads that readers see no longer: to the others of its category, where there are any; and that of an
 * opening, to all of them. Its last day is over, or it is a draft or dated later again, after it was at one of the `known` addresses, or a redirect leads there. With the lists that an article has left empty.
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
      const list = categories.has(category) ? paths.category(locale, category) : paths.blog(locale);
      return [[address, list], ...(publication === "ended" ? emptyLists(entry, root) : [])];
    });
  });
  return Object.fromEntries(led);
}

/** The lists of an article that is over which no other fills: a text may lead there, and a build of a machine that knew them is not the only one. */
function emptyLists(article: Article, root: string): [string, string][] {
  const { locale, category, tags, authors } = article;
  const named = { category: [category], tag: tags, author: authors };
  return (Object.keys(named) as (keyof typeof named)[]).flatMap((kind) => {
    const shown = new Set(articleListSlugs(locale, kind, root));
    const empty = named[kind].filter((slug) => !shown.has(slug));
    const feeds = kind === "category" ? (["xml", "json"] as const) : [];
    return empty.flatMap((slug): [string, string][] => [
      [articleListPath(locale, { kind, slug }), paths.blog(locale)],
      ...feeds.map((form): [string, string] => [paths.categoryFeed(locale, slug, form), paths.feed(locale, form)]),
    ]);
  });
}
