import { brand } from "#lib/brand.ts";

const { gold, ink, emerald, clay, mist } = brand;

/** Ground, figures and, in a set of three, an accent for the supporting figures. */
export type Palette = readonly [ground: string, figure: string, accent?: string];

export const palettes = {
  inkOnGold: [gold, ink],
  goldOnInk: [ink, gold],
  goldOnEmerald: [emerald, gold],
  mistOnEmerald: [emerald, mist],
  emeraldOnMist: [mist, emerald],
  inkOnMist: [mist, ink],
  inkAndEmeraldOnGold: [gold, ink, emerald],
  inkAndEmeraldOnMist: [mist, ink, emerald],
  goldAndEmeraldOnInk: [ink, gold, emerald],
  goldAndInkOnEmerald: [emerald, gold, ink],
  mistAndGoldOnEmerald: [emerald, mist, gold],
  inkAndClayOnGold: [gold, ink, clay],
  goldAndClayOnInk: [ink, gold, clay],
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof palettes;
