import type { Motif } from "./motifs.ts";
import type { SeededRandom } from "./seeded-random.ts";

/**
 * What is fixed for a slug, whatever window of it is shown: an endless cloth, mirrored to the left of column 0 and
 * repeated after 6 columns and 4 rows.
 */
export type Cloth = {
  favoured: Motif;
  supporting: Motif;
  rare: Motif;
  cast: readonly string[];
  /** Shifts of what would else be the same in every row, and in every pair of mirrored columns. */
  rowOffsets: readonly number[];
  columnOffsets: readonly number[];
  marches: boolean;
  isUpright: boolean;
  counterchange: "none" | "checked" | "supporting";
};

/** 0 is the ground, 1 the figures, 2 the accent. */
export type Paint = 0 | 1 | 2;

export type Tile = { motif: Motif; quarterTurns: number; ground: Paint; figure: Paint };

const motifs: readonly Motif[] = ["brackets", "chevrons", "discs", "diagonal", "stairs", "rings"];

const companions: Record<Motif, readonly Motif[]> = {
  brackets: ["discs", "stairs", "chevrons"],
  chevrons: ["diagonal", "discs", "brackets"],
  discs: ["brackets", "stairs", "rings"],
  diagonal: ["stairs", "chevrons", "rings"],
  stairs: ["diagonal", "rings", "discs"],
  rings: ["stairs", "discs", "brackets"],
};

/** Where the favoured (F), supporting (S) and rare (R) motifs stand, from the axis outwards: 6, 4 and 2 of 12 tiles. */
const casts = [
  ["FSF", "RFS", "RFS", "FSF"],
  ["FSF", "RFS", "SFR", "FSF"],
  ["RSS", "FFF", "FFF", "SSR"],
  ["FSF", "FSR", "FSR", "FSF"],
  ["SFF", "SFR", "SFR", "SFF"],
  ["SFF", "RSF", "FRS", "SFF"],
  ["FFS", "FSF", "SRF", "SFR"],
  ["FFR", "SSF", "SSF", "FFR"],
] as const;

export function clothOf(random: SeededRandom): Cloth {
  const favoured = random.pick(motifs);
  const supporting = random.pick(companions[favoured]);
  const cast = random.pick(casts);
  const firstRow = random.below(4);

  return {
    favoured,
    supporting,
    rare: random.pick(motifs.filter((motif) => motif !== favoured && motif !== supporting)),
    cast: [...cast.slice(firstRow), ...cast.slice(0, firstRow)],
    rowOffsets: [random.below(2), random.below(2), random.below(2), random.below(2)],
    columnOffsets: [random.below(2), random.below(2), random.below(2)],
    marches: random.below(2) === 0,
    isUpright: random.below(2) === 0,
    counterchange: random.pick(["none", "checked", "supporting"] as const),
  };
}

/** The tile that stands alone, as an icon. */
export function emblemOf({ favoured }: Cloth): Tile {
  return { motif: favoured, quarterTurns: favoured === "chevrons" ? 0 : cornerTurns(1, 1), ground: 0, figure: 1 };
}

export function tileAt(cloth: Cloth, column: number, row: number, hasAccent: boolean): Tile {
  const alongRepeat = modulo(column, 6);
  const fromAxis = Math.min(alongRepeat, 5 - alongRepeat);
  const part = cloth.cast[modulo(row, 4)]?.[fromAxis];
  const motif = part === "F" ? cloth.favoured : part === "S" ? cloth.supporting : cloth.rare;
  const rowOffset = cloth.rowOffsets[modulo(row, 4)] ?? 0;
  const columnOffset = cloth.columnOffsets[fromAxis] ?? 0;

  // Figures march in rows towards the axis or away from it; or they turn to a neighbour, one beside them and one above
  // or below. Rings always turn, so that every band which leaves a tile goes on in the next. Neither way can four
  // neighbours turn like a wheel: brackets would make it a swastika.
  const marches = cloth.marches && motif !== "rings";
  const right = marches ? Number(alongRepeat > 2) ^ rowOffset : modulo(column + rowOffset, 2);
  const bottom = marches ? (cloth.rowOffsets[modulo(row + 1, 4)] ?? 0) : modulo(row + columnOffset, 2);
  const quarterTurns = motif !== "chevrons" ? cornerTurns(right, bottom) : cloth.isUpright ? 2 * bottom : 1 + 2 * right;

  const takesAccent = hasAccent && part !== "F" && motif !== "rings";
  if (takesAccent && part === "R" && motif === "discs") return { motif, quarterTurns, ground: 1, figure: 2 };

  const figure = takesAccent ? 2 : 1;
  // A ring's band lies as far from its centre as the gap lies from the next tile's, so centres take turns in paint.
  const isSwapped =
    motif === "rings" ? modulo(column + right + row + bottom, 2) === 1 : isCounterchanged(cloth, motif, fromAxis + row);
  return isSwapped ? { motif, quarterTurns, ground: figure, figure: 0 } : { motif, quarterTurns, ground: 0, figure };
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

function cornerTurns(right: number, bottom: number): number {
  return right === 1 ? 2 + bottom : 1 - bottom;
}

function isCounterchanged({ counterchange, supporting }: Cloth, motif: Motif, place: number): boolean {
  if (motif === "discs" || counterchange === "checked") return modulo(place, 2) === 1;
  return counterchange === "supporting" && motif === supporting;
}
