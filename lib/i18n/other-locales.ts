import { type Locale, locales } from "./locales.ts";

export function otherLocales(locale: Locale): Locale[] {
  return locales.filter((other) => other !== locale);
}
