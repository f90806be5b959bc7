import { fixedPages } from "./fixed-pages.ts";
import type { Locale } from "./locales.ts";
import { getMessages } from "./messages.ts";

/** What the menu or a column of the footer leads to, in its order. */
export function pageLinks(locale: Locale, place: "menu" | "company" | "talk"): { href: string; label: string }[] {
  return fixedPages.flatMap(({ pathIn, links }) => {
    const label = links?.(getMessages(locale))[place];
    return label ? [{ href: pathIn(locale), label }] : [];
  });
}
