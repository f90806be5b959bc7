import type { Locale } from "./locales.ts";

const others: Record<Locale, Locale> = { en: "es", es: "en" };

export function otherLocale(locale: Locale): Locale {
  return others[locale];
}
