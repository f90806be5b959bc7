import type { Locale } from "#lib/i18n/locales.ts";
import { cityPages } from "./city-pages.ts";

/** The clocks of Canada and the United States, by their zones, each named after its first city: “New York” of “New York time”. */
export function clockNames(locale: Locale): Record<string, string> {
  return Object.fromEntries(cityPages.toReversed().map(({ timeZone, name }) => [timeZone, name[locale]]));
}
