import type { Entry } from "#lib/content/kinds/registry.ts";
import { contentRoot, type Kind } from "#lib/content/source/content-folder.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";
import { findCounterpart } from "./translations.ts";

/** The address of an entry in each language that has it. */
export function entryAlternates({ kind, name }: Entry, root = contentRoot): Partial<Record<Locale, string>> {
  return alternatesIn(kind, name, root);
}

const alternatesIn = question("alternates", (kind: Kind, name: string, root = contentRoot) =>
  Object.fromEntries(
    locales.flatMap((locale) => {
      const there = findCounterpart({ kind, name }, locale, root);
      return there ? [[locale, entryPath(there)]] : [];
    }),
  ),
);
