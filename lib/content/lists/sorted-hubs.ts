import type { Hub } from "#lib/content/kinds/hub.ts";
import type { HubColumn } from "#lib/content/kinds/hub-column.ts";
import type { Locale } from "#lib/i18n/locales.ts";

/** Names from A to Z, numbers from the largest; a hub without the figure comes last, and equals go by city. */
export function sortedHubs(hubs: Hub[], column: HubColumn, locale: Locale): Hub[] {
  const { compare } = new Intl.Collator(locale);
  const byCity = hubs.toSorted((a, b) => compare(a.title, b.title));

  if (column === "city") return byCity;
  if (column === "country") return byCity.toSorted((a, b) => compare(a.country, b.country));
  const figureOf = (hub: Hub) => hub.figures[column]?.value ?? -1;
  return byCity.toSorted((a, b) => figureOf(b) - figureOf(a));
}
