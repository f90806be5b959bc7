/** What the table of hubs can be sorted by, as its addresses name it. */
export const hubColumns = ["country", "city", "population", "universities", "professionals"] as const;
export type HubColumn = (typeof hubColumns)[number];

export function isHubColumn(value: string): value is HubColumn {
  return hubColumns.some((column) => column === value);
}
