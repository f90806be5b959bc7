import type { Motif } from "./motifs.ts";
import type { SeededRandom } from "./seeded-random.ts";

/**
 * What is fixed for a slug, whatever window of it is shown: an endless cloth, mirrored to the left of column 0 and
 * repeated after 6 columns and 4 rows.
 */
export type Cloth = {
  favoured: Motif;
  supporting: Motif;
  /** In even rows, in odd rows. */
  rare: readonly [Motif, Motif];
  cast: readonly string[];
  turns: Turns;
  /** Per row: towards the axis or away from it, along the bottom or the top of the tiles. */
  march: readonly Corner[];
  marches: boolean;
  isUpright: boolean;
  counterchange: "none" | "checked" | "supporting";
};

/** How figures turn to their neighbours: 0 or 1 for each row, and for each column from the axis outwards. */
type Turns = { rows: readonly number[]; columns: readonly number[] };

/** 1 for yes, 0 for no. */
type Corner = { right: number; bottom: number };

/** 0 is the ground, 1 the figures, 2 the accent. */
export type Paint = 0 | 1 | 2;

export type Tile = { motif: Motif; quarterTurns: number; ground: Paint; figure: Paint };

const motifs: readonly Motif[] = ["brackets", "chevrons", "discs", "diagonal", "stairs", "rings"];

// None is accompanied by discs: two of them, left and right of the axis over anything else, are the eyes of a face.
const companions: Record<Motif, readonly Motif[]> = {
  brackets: ["rings", "stairs", "chevrons"],
  chevrons: ["diagonal", "rings", "brackets"],
  discs: ["brackets", "stairs", "rings"],
  diagonal: ["stairs", "chevrons", "rings"],
  stairs: ["diagonal", "rings", "chevrons"],
  rings: ["stairs", "diagonal", "brackets"],
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

/** For discs, which stand one above the other in every row, and so are nobody's eyes. */
const inColumns = ["SFF", "SFR", "SFR", "SFF"];

export function clothOf(random: SeededRandom): Cloth {
  const favoured = random.pick(motifs);
  const supporting = random.pick(companions[favoured]);
  const drawn = random.pick(casts);
  const cast = favoured === "discs" ? inColumns : drawn;
  const firstRow = random.below(4);
  const rest = motifs.filter((motif) => motif !== favoured && motif !== supporting && motif !== "discs");
  const rare = random.pick(rest);
  const march = () => ({ right: random.below(2), bottom: random.below(2) });

  return {
    favoured,
    supporting,
    rare: [rare, random.below(2) === 0 ? rare : random.pick(rest)],
    cast: [...cast.slice(firstRow), ...cast.slice(0, firstRow)],
    turns: turnsOf(random),
    march: [march(), march(), march(), march()],
    marches: random.below(2) === 0,
    isUpright: random.below(2) === 0,
    counterchange: random.pick(["none", "checked", "supporting"] as const),
  };
}

// Bands wave across the cloth or down it, not both: then no two tiles of rings stand back to back in different paints,
// with slivers between them that look like hairlines.
function turnsOf(random: SeededRandom): Turns {
  const [phase, a, b] = [random.below(2), random.below(2), random.below(2)];
  return random.below(2) === 0
    ? { rows: [phase, phase, phase, phase], columns: [a, phase === 0 ? a : b, b] }
    : { rows: [a, phase === 0 ? a : b, b, phase === 0 ? b : a], columns: [phase, phase, phase] };
}

/** The tile that stands alone, as an icon. */
export function emblemOf({ favoured }: Cloth): Tile {
  return {
    motif: favoured,
    quarterTurns: favoured === "chevrons" ? 0 : cornerTurns({ right: 1, bottom: 1 }),
    ground: 0,
    figure: 1,
  };
}

export function tileAt(cloth: Cloth, column: number, row: number, hasAccent: boolean): Tile {
  const fromAxis = modulo(column, 6) < 3 ? modulo(column, 6) : modulo(-1 - column, 6);
  const part = cloth.cast[modulo(row, 4)]?.[fromAxis];
  const [evenRare, oddRare] = cloth.rare;
  const rare = modulo(row, 2) === 0 ? evenRare : oddRare;
  const motif = part === "F" ? cloth.favoured : part === "S" ? cloth.supporting : rare;

  const { right, bottom } = cornerAt(cloth, motif, column, fromAxis, row);
  const quarterTurns =
    motif !== "chevrons" ? cornerTurns({ right, bottom }) : cloth.isUpright ? 2 * bottom : 1 + 2 * right;

  const takesAccent = hasAccent && part !== "F" && motif !== "rings";
  if (takesAccent && part === "R" && motif === "discs") return { motif, quarterTurns, ground: 1, figure: 2 };

  const figure = takesAccent ? 2 : 1;
  // A ring's band lies as far from its centre as the gap lies from the next tile's, so centres take turns in paint.
  const isSwapped =
    motif === "rings" ? modulo(column + right + row + bottom, 2) === 1 : isCounterchanged(cloth, motif, fromAxis + row);
  return isSwapped ? { motif, quarterTurns, ground: figure, figure: 0 } : { motif, quarterTurns, ground: 0, figure };
}

// In neither way can four neighbours turn like a wheel: brackets would make it a swastika.
function cornerAt(
  { march, marches, turns }: Cloth,
  motif: Motif,
  column: number,
  fromAxis: number,
  row: number,
): Corner {
  const inRepeat = modulo(row, 4);
  const step = march[inRepeat];
  // Rings always turn: every band that leaves a tile then goes on in the next.
  if (marches && step && motif !== "rings") {
    return { right: modulo(column, 6) < 3 ? 1 - step.right : step.right, bottom: step.bottom };
  }
  return {
    right: modulo(column + (turns.rows[inRepeat] ?? 0), 2),
    bottom: modulo(row + (turns.columns[fromAxis] ?? 0), 2),
  };
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

function cornerTurns({ right, bottom }: Corner): number {
  return right === 1 ? 2 + bottom : 1 - bottom;
}

function isCounterchanged({ counterchange, supporting }: Cloth, motif: Motif, place: number): boolean {
  if (motif === "discs" || counterchange === "checked") return modulo(place, 2) === 1;
  return counterchange === "supporting" && motif === supporting;
}
