import type { Hub } from "#lib/content/kinds/hub.ts";

/** A country with its hubs; both in the order in which the hubs come. */
export function hubsByCountry(hubs: Hub[]): { country: string; hubs: Hub[] }[] {
  const countries = Map.groupBy(hubs, ({ country }) => country);
  return Array.from(countries, ([country, hubs]) => ({ country, hubs }));
}
