import type { Entry } from "#lib/content/kinds/registry.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { findCounterpart } from "./translations.ts";

/** The address of an entry in each language that has it. */
export function entryAlternates(entry: Entry, root = contentRoot): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const there = findCounterpart(entry, locale, root);
      return there ? [[locale, entryPath(there)]] : [];
    }),
  );
}
