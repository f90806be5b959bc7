import { type Entry, registry } from "#lib/content/kinds/registry.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";

/** The same entry in another language: the one with the same file name. */
export function findCounterpart(
  { kind, name }: Pick<Entry, "kind" | "name">,
  locale: Locale,
  root = contentRoot,
): Entry | undefined {
  return registry[kind].get(locale, root).find((other) => other.name === name);
}
