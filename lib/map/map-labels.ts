import type { clients, hubs } from "./americas.ts";

type HubKey = (typeof hubs)[number]["city"];
export type ClientKey = (typeof clients)[number]["city"];

export type LabelSet = {
  fontSize: number;
  ring: number;
  /** Height of what a finger has to hit: 24 px on the smallest screen that shows the set. */
  target: number;
  cities: Record<HubKey | ClientKey, Place>;
  meridian: Place;
};

export type Place = { x: number; y: number; anchor: "start" | "end" };

/** Where each name stands, in units of the map, set by hand for a map on a phone and for a wider one. */
export const mapLabels: Record<"narrow" | "wide", LabelSet> = {
  narrow: {
    fontSize: 20,
    ring: 7,
    target: 44,
    cities: {
      vancouver: { x: 106, y: 44, anchor: "start" },
      sanFrancisco: { x: 1, y: 105, anchor: "start" },
      dallas: { x: 157, y: 159, anchor: "end" },
      chicago: { x: 236, y: 91, anchor: "end" },
      miami: { x: 362, y: 226, anchor: "start" },
      toronto: { x: 296, y: 70, anchor: "end" },
      newYork: { x: 326, y: 121, anchor: "start" },
      guadalajara: { x: 120, y: 281, anchor: "end" },
      "san-jose": { x: 226, y: 343, anchor: "end" },
      medellin: { x: 262, y: 388, anchor: "end" },
      cali: { x: 262, y: 432, anchor: "end" },
      barranquilla: { x: 380, y: 313, anchor: "start" },
      bucaramanga: { x: 380, y: 357, anchor: "start" },
      bogota: { x: 380, y: 401, anchor: "start" },
      santiago: { x: 296, y: 650, anchor: "end" },
      cordoba: { x: 384, y: 614, anchor: "start" },
      colonia: { x: 427, y: 658, anchor: "start" },
      "belo-horizonte": { x: 507, y: 557, anchor: "end" },
    },
    meridian: { x: 294, y: 540, anchor: "end" },
  },
  wide: {
    fontSize: 15,
    ring: 5.5,
    target: 31,
    cities: {
      vancouver: { x: 103, y: 45, anchor: "start" },
      sanFrancisco: { x: 30, y: 105, anchor: "start" },
      dallas: { x: 159, y: 162, anchor: "end" },
      chicago: { x: 228, y: 96, anchor: "end" },
      miami: { x: 356, y: 223, anchor: "start" },
      toronto: { x: 288, y: 84, anchor: "end" },
      newYork: { x: 322, y: 119, anchor: "start" },
      guadalajara: { x: 100, y: 254, anchor: "end" },
      "san-jose": { x: 229, y: 341, anchor: "end" },
      medellin: { x: 266, y: 372, anchor: "end" },
      cali: { x: 266, y: 403, anchor: "end" },
      barranquilla: { x: 372, y: 321, anchor: "start" },
      bucaramanga: { x: 372, y: 352, anchor: "start" },
      bogota: { x: 372, y: 383, anchor: "start" },
      santiago: { x: 294, y: 648, anchor: "end" },
      cordoba: { x: 386, y: 626, anchor: "start" },
      colonia: { x: 424, y: 657, anchor: "start" },
      "belo-horizonte": { x: 509, y: 555, anchor: "end" },
    },
    meridian: { x: 296, y: 560, anchor: "end" },
  },
};
