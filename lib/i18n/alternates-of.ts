import { type Locale, locales } from "./locales.ts";

/** The address of a page in each language. */
export function alternatesOf(pathIn: (locale: Locale) => string): Record<Locale, string> {
  return Object.fromEntries(locales.map((locale) => [locale, pathIn(locale)])) as Record<Locale, string>;
}
