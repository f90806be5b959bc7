import type { Hub } from "./hub.ts";

export function hubForTests(changes: Partial<Hub> = {}): Hub {
  return {
    kind: "hubs",
    locale: "es",
    file: "content/es/hubs/cali.md",
    name: "cali",
    slug: "cali",
    title: "Cali",
    country: "Colombia",
    timeZone: "America/Bogota",
    metaTitle: "Cali",
    description: "Cali",
    summary: "Cali",
    order: 1,
    knownFor: [],
    figures: {},
    ...changes,
  };
}
