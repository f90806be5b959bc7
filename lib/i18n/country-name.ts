import type { Locale } from "./locales.ts";

const names: Record<Locale, Intl.DisplayNames> = {
  en: new Intl.DisplayNames("en-US", { type: "region" }),
  es: new Intl.DisplayNames("es-CO", { type: "region" }),
};

/** What a language calls a country, by its two letters. */
export function countryName(code: string, locale: Locale): string {
  return names[locale].of(code) ?? code;
}
