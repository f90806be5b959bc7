import type { clients, hubs } from "./americas.ts";

export type CityKey = (typeof hubs | typeof clients)[number]["city"];

export type LabelSet = {
  fontSize: number;
  ring: number;
  cities: Record<CityKey, Place>;
  meridian: Place;
};

type Place = { dx: number; dy: number; anchor: "start" | "end" };

/** Where each name stands beside its city, in units of the map, set by hand for a map on a phone and for a wider one. */
export const mapLabels: Record<"narrow" | "wide", LabelSet> = {
  narrow: {
    fontSize: 22,
    ring: 8,
    cities: {
      sanFrancisco: { dx: 2, dy: -20, anchor: "start" },
      dallas: { dx: 14, dy: -6, anchor: "start" },
      chicago: { dx: -15, dy: 12, anchor: "end" },
      miami: { dx: 4, dy: -15, anchor: "end" },
      toronto: { dx: 9, dy: -17, anchor: "end" },
      newYork: { dx: 16, dy: 8, anchor: "start" },
      medellin: { dx: -36, dy: 4, anchor: "end" },
      bogota: { dx: -49, dy: 20, anchor: "end" },
    },
    meridian: { dx: -12, dy: -16, anchor: "end" },
  },
  wide: {
    fontSize: 15,
    ring: 5.5,
    cities: {
      sanFrancisco: { dx: 2, dy: -13, anchor: "start" },
      dallas: { dx: 10, dy: -4, anchor: "start" },
      chicago: { dx: -11, dy: 5, anchor: "end" },
      miami: { dx: 1, dy: -11, anchor: "end" },
      toronto: { dx: 5, dy: -12, anchor: "end" },
      newYork: { dx: 11, dy: 5, anchor: "start" },
      medellin: { dx: -36, dy: 5, anchor: "end" },
      bogota: { dx: -49, dy: 14, anchor: "end" },
    },
    meridian: { dx: -10, dy: -14, anchor: "end" },
  },
};
