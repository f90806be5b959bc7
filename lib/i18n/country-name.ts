import { type Locale, languageTags, locales } from "./locales.ts";

const names = new Map(
  locales.map((locale) => [locale, new Intl.DisplayNames(languageTags[locale], { type: "region" })]),
);

/** What a language calls a country, by its two letters. */
export function countryName(code: string, locale: Locale): string {
  return names.get(locale)?.of(code) ?? code;
}
