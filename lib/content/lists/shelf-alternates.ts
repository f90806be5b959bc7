import { contentRoot } from "#lib/content/source/content-folder.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { pagesOf, type Shelf, shelfPath } from "./shelf.ts";
import { findShelf } from "./shelves.ts";

type Alternates = {
  /** Where a reader is led: the last page of a list that is shorter there, the blog where there is no such list. */
  shown: Record<Locale, string>;
  /** Where the same page is, which is all that search engines are told. */
  same: Partial<Record<Locale, string>>;
};

/** A page of a list of articles in each language. */
export function shelfAlternates(
  { kind, slug }: Pick<Shelf, "kind" | "slug">,
  number: number,
  root = contentRoot,
): Alternates {
  const there = new Map(locales.map((locale) => [locale, findShelf(locale, kind, slug, root)]));
  const last = (locale: Locale) => {
    const shelf = there.get(locale);
    return shelf ? pagesOf(shelf) : 0;
  };
  const shown = alternatesOf((locale) => {
    const shelf = there.get(locale);
    return shelf ? shelfPath(locale, shelf, Math.min(number, last(locale))) : paths.blog(locale);
  });
  const having = locales.filter((locale) => number <= last(locale));
  return { shown, same: Object.fromEntries(having.map((locale) => [locale, shown[locale]])) };
}
