import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { pagesOf, type Shelf, shelfPath } from "./shelf.ts";
import { findShelf } from "./shelves.ts";

/**
 * The same page of a list in the other language; its last page where it is shorter, the blog where there is no such list.
 * Only the same page is named to search engines.
 */
export function shelfCounterpart(
  locale: Locale,
  { kind, slug }: Pick<Shelf, "kind" | "slug">,
  number: number,
  root = contentRoot,
) {
  const other = otherLocale(locale);
  const there = findShelf(other, kind, slug, root);
  if (!there) return { path: paths.blog(other), isSame: false };
  const last = pagesOf(there);
  return { path: shelfPath(other, there, Math.min(number, last)), isSame: number <= last };
}
