import { type Edge, edgesOf } from "./edge.ts";

/** The whole tile, to cut a figure out of. */
export const square = edgesOf("0,0 60,0 60,60 0,60");

/**
 * Outlines run clockwise, those of holes the other way. A figure with a corner has it at the bottom left; chevrons
 * point up. What meets a side of the tile does so at a multiple of 3.
 */
export const motifs = {
  brackets: ["0,0 12,0 12,48 60,48 60,60 0,60", "24,0 36,0 36,24 60,24 60,36 24,36"].flatMap(edgesOf),
  chevrons: ["0,30 30,0 60,30 60,54 30,24 0,54", "6,60 30,36 54,60"].flatMap(edgesOf),
  discs: ["6,30,24 54,30,24", "18,30,-12 42,30,-12", "26,30,4 34,30,4"].flatMap(edgesOf),
  diagonal: ["0,0 60,60 24,60 24,48 12,48 12,36 0,36"].flatMap(edgesOf),
  stairs: ["0,0 15,0 15,15 30,15 30,30 45,30 45,45 60,45 60,60 0,60"].flatMap(edgesOf),
  rings: ["0,0 60,60,60 45,60 0,15,-45", "0,30 30,60,30 15,60 0,45,-15"].flatMap(edgesOf),
} satisfies Record<string, Edge[]>;

export type Motif = keyof typeof motifs;
