import { expect, test } from "vitest";
import { type Cloth, clothOf, type Tile, tileAt } from "./cloth.ts";
import { seededRandom } from "./seeded-random.ts";

const cloths = Array.from({ length: 300 }, (_, number) => clothOf(seededRandom(`article-${number}`)));

test("of the 24 tiles of a card the favoured motif takes 12, the supporting one 8 and rare ones the rest", () => {
  for (const cloth of cloths) {
    const drawn = tilesIn(cloth, { columns: 6, rows: 4 }).map(({ motif }) => motif);
    const shareOf = (wanted: string) => drawn.filter((motif) => motif === wanted).length;

    expect([cloth.favoured, cloth.supporting].map(shareOf)).toEqual([12, 8]);
  }
});

test.each([
  ["hero", { columns: 6, rows: 5 }],
  ["share image", { columns: 4, rows: 7 }],
])("the favoured motif keeps about half of a %s", (_name, size) => {
  for (const cloth of cloths) {
    const drawn = tilesIn(cloth, size).map(({ motif }) => motif);
    const share = drawn.filter((motif) => motif === cloth.favoured).length / drawn.length;

    expect(share).toBeGreaterThan(0.33);
    expect(share).toBeLessThan(0.67);
  }
});

test("the left half mirrors the right half", () => {
  const mirrored = { chevrons: [0, 3, 2, 1], corner: [3, 2, 1, 0] };

  for (const cloth of cloths) {
    for (const { column, row, motif, quarterTurns, ground, figure } of tilesIn(cloth, { columns: 6, rows: 4 })) {
      const turns = motif === "chevrons" ? mirrored.chevrons : mirrored.corner;

      expect(tileAt(cloth, -1 - column, row, true)).toEqual({
        motif,
        quarterTurns: turns[quarterTurns],
        ground,
        figure,
      });
    }
  }
});

test("every ring that reaches the side of a tile goes on in the next tile of rings", () => {
  for (const cloth of cloths) {
    const rings: Cloth = { ...cloth, cast: ["FFF", "FFF", "FFF", "FFF"], favoured: "rings" };

    for (const tile of tilesIn(rings, { columns: 6, rows: 4 })) {
      const next = tileAt(rings, tile.column + 1, tile.row, false);

      expect(isAtRight(tile)).toBe(!isAtRight(next));
      if (isAtRight(tile)) expect(tile.ground === next.ground).toBe(isAtBottom(tile) === isAtBottom(next));
    }
  }
});

test("discs are no eyes: where one stands, another stands above and below it, or beside it on the same side", () => {
  for (const cloth of cloths) {
    const isDiscs = (column: number, row: number) => tileAt(cloth, column, row, false).motif === "discs";
    for (const { column, row, motif } of tilesIn(cloth, { columns: 6, rows: 4 })) {
      if (motif !== "discs") continue;
      expect(column === 0 || column === -1).toBe(false);
      const isInColumn = isDiscs(column, row - 1) && isDiscs(column, row + 1);
      expect(isInColumn || isDiscs(column < 0 ? column + 1 : column - 1, row)).toBe(true);
    }
  }
});

test("no four figures turn like a wheel", () => {
  for (const cloth of cloths) {
    for (const { column, row, motif, quarterTurns } of tilesIn(cloth, { columns: 6, rows: 4 })) {
      const clockwise = [
        tileAt(cloth, column + 1, row, false),
        tileAt(cloth, column + 1, row + 1, false),
        tileAt(cloth, column, row + 1, false),
      ];
      const isWheel = clockwise.every((tile, place) => tile.quarterTurns === (quarterTurns + place + 1) % 4);
      const isSquare = quarterTurns % 2 === 1 && motif !== "chevrons";

      expect(isWheel && !isSquare && clockwise.every((tile) => tile.motif === motif)).toBe(false);
    }
  }
});

function tilesIn(cloth: Cloth, { columns, rows }: { columns: number; rows: number }) {
  return Array.from({ length: columns * rows }, (_, index) => {
    const column = (index % columns) - columns / 2;
    const row = Math.floor(index / columns);
    return { column, row, ...tileAt(cloth, column, row, true) };
  });
}

function isAtRight({ quarterTurns }: Tile): boolean {
  return quarterTurns > 1;
}

function isAtBottom({ quarterTurns }: Tile): boolean {
  return quarterTurns === 0 || quarterTurns === 3;
}
