import { expect, test } from "vitest";
import { brand } from "#lib/brand.ts";
import { getHubs } from "#lib/content/kinds/hub.ts";
import { getIndustries } from "#lib/content/kinds/industry.ts";
import { getServices } from "#lib/content/kinds/service.ts";
import { palettes } from "./palettes.ts";
import { type TilePattern, tilePattern } from "./tile-pattern.ts";

const slugs = Array.from({ length: 200 }, (_, number) => `article-number-${number}`);
const few = slugs.slice(0, 50);
const card = { columns: 6, rows: 4 };

const sizes = [
  ["card", card],
  ["hero", { columns: 5, rows: 5 }],
  ["share image", { columns: 4, rows: 7 }],
  ["band", { columns: 20, rows: 1 }],
  ["single icon", { columns: 1, rows: 1 }],
] as const;

test("the same slug gives the same pattern", () => {
  expect(tilePattern("seven-latin-american-cities", card)).toEqual(tilePattern("seven-latin-american-cities", card));
});

test("no two of 200 slugs look the same, even in the same colours", () => {
  const drawn = slugs.map((slug) => JSON.stringify(tilePattern(slug, { ...card, palette: "inkOnGold" }).layers));

  expect(new Set(drawn).size).toBe(slugs.length);
});

test.each([
  ["services", getServices("en"), { columns: 2, rows: 2 }],
  ["industries", getIndustries("en"), { columns: 2, rows: 2 }],
  ["hubs", getHubs("en"), { columns: 1, rows: 1 }],
])("no two of our %s look the same as small as their list shows them", (_name, entries, size) => {
  const drawn = entries.map(({ slug }) => JSON.stringify(tilePattern(slug, size)));

  expect(new Set(drawn).size).toBe(entries.length);
});

test("a pattern has two or three colours, every set is some slug's own, and clay is rare", () => {
  const colours = slugs.map((slug) => coloursOf(tilePattern(slug, card)));

  for (const set of colours) expect([2, 3]).toContain(new Set(set).size);
  expect(colours).toEqual(expect.arrayContaining(Object.values(palettes)));
  expect(colours.filter((set) => set.includes(brand.clay)).length).toBeLessThan(slugs.length / 4);
});

test("a palette that is asked for changes the colours alone", () => {
  for (const slug of few) {
    const gold = tilePattern(slug, { ...card, palette: "inkOnGold" });
    const night = tilePattern(slug, { ...card, palette: "goldOnInk" });

    expect(coloursOf(gold)).toEqual(palettes.inkOnGold);
    expect(coloursOf(night)).toEqual(palettes.goldOnInk);
    expect(gold.layers.map(({ d }) => d)).toEqual(night.layers.map(({ d }) => d));
  }
});

test.each(sizes)("a %s has the colours of its slug's card", (_name, size) => {
  for (const slug of few) {
    const [ground, figure] = coloursOf(tilePattern(slug, card));

    expect(coloursOf(tilePattern(slug, size)).slice(0, 2)).toEqual([ground, figure]);
  }
});

test("a narrower pattern shows the middle of a wider one", () => {
  for (const slug of few) {
    const wide = piecesOf(tilePattern(slug, { ...card, palette: "inkOnGold" }));
    const narrow = piecesOf(tilePattern(slug, { columns: 4, rows: 4, palette: "inkOnGold" }));

    expect(insideOf(narrow, 0)).toEqual(insideOf(wide, 60));
  }
});

// A line drawn twice is where a hairline shows: between two halves of one colour, or of the ground between two colours.
test.each(sizes)("no line of a %s is drawn twice", (_name, size) => {
  for (const slug of few) {
    const keys = piecesOf(tilePattern(slug, size)).map(keyOf);

    expect(keys.length).toBe(new Set(keys).size);
  }
});

test.each(sizes)("a %s stays in its frame, but for the half tiles beside an odd number of columns", (_name, size) => {
  for (const slug of few) {
    const pattern = tilePattern(slug, size);
    const beside = size.columns > 1 && size.columns % 2 === 1 ? 30 : 0;
    const points = piecesOf(pattern).flatMap(({ from, to }) => [from, to]);

    expect([pattern.width, pattern.height]).toEqual([size.columns * 60, size.rows * 60]);
    expect(Math.min(...points.map(([x]) => x))).toBeGreaterThanOrEqual(-beside);
    expect(Math.max(...points.map(([x]) => x))).toBeLessThanOrEqual(pattern.width + beside);
    expect(Math.min(...points.map(([, y]) => y))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...points.map(([, y]) => y))).toBeLessThanOrEqual(pattern.height);
  }
});

test("our six services have icons of six shapes", () => {
  const services = [
    "artificial-intelligence",
    "cloud",
    "custom-software",
    "cybersecurity",
    "help-desk-and-technical-support",
    "staff-augmentation",
  ];
  const icons = services.map((slug) =>
    tilePattern(slug, { columns: 1, rows: 1 })
      .layers.map(({ d }) => d)
      .join(),
  );

  expect(new Set(icons).size).toBe(6);
});

function coloursOf({ ground, layers }: TilePattern): string[] {
  return [ground, ...layers.map(({ fill }) => fill)];
}

type Point = readonly [x: number, y: number];
type Piece = { from: Point; to: Point; radius: number; turnsBack?: boolean };

/** What the paths draw, their straight lines cut into pieces of 3 units. */
function piecesOf({ layers }: TilePattern): Piece[] {
  return layers.flatMap(({ d }) => {
    const pieces: Piece[] = [];
    let start: Point = [0, 0];
    let pen: Point = [0, 0];
    const drawTo = (to: Point) => {
      pieces.push(...cut(pen, to));
      pen = to;
    };

    for (const [, command = "", values = ""] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
      const numbers = (values.match(/-?[\d.]+/g) ?? []).map(Number);
      const by = (dx = 0, dy = 0): Point => [pen[0] + dx, pen[1] + dy];

      if (command === "h") drawTo(by(numbers[0], 0));
      if (command === "v") drawTo(by(0, numbers[0]));
      if (command === "z") drawTo(start);
      if (command === "l") for (let i = 0; i < numbers.length; i += 2) drawTo(by(numbers[i], numbers[i + 1]));
      if (command === "a") {
        const to = by(numbers[5], numbers[6]);
        pieces.push({ from: pen, to, radius: numbers[0] ?? 0, turnsBack: numbers[4] === 0 });
        pen = to;
      }
      if (command === "M" || command === "m") {
        pen = by(numbers[0], numbers[1]);
        start = pen;
      }
    }
    return pieces;
  });
}

function cut(from: Point, to: Point): Piece[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const count = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / 3);
  const at = (place: number): Point => [from[0] + (dx * place) / count, from[1] + (dy * place) / count];
  return Array.from({ length: count }, (_, place) => ({ from: at(place), to: at(place + 1), radius: 0 }));
}

/** The same for a piece and for its reverse; the two halves of a circle differ. */
function keyOf({ from, to, radius, turnsBack }: Piece): string {
  const ends = [`${from}`, `${to}`];
  if (radius === 0) ends.sort();
  if (turnsBack) ends.reverse();
  return `${ends.join(" ")} ${radius}`;
}

/** The straight lines inside 4 columns, as if these began at 0. */
function insideOf(pieces: Piece[], left: number): string[] {
  return pieces
    .filter(({ radius }) => radius === 0)
    .map(({ from, to }) => ({
      from: [from[0] - left, from[1]] as const,
      to: [to[0] - left, to[1]] as const,
      radius: 0,
    }))
    .filter(({ from, to }) => from[0] + to[0] > 0 && from[0] + to[0] < 480)
    .map(keyOf)
    .sort();
}
