import type { Locale } from "#lib/i18n/locales.ts";
import { entryPaths, type Kind } from "./content-folder.ts";

/** The address of an entry's page. */
export function entryPath({ kind, locale, slug }: { kind: Kind; locale: Locale; slug: string }): string {
  return entryPaths[kind](locale, slug);
}
