import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import subsetFont from "subset-font";

/** The fonts that a text is set in: a grapheme takes the first one that has it. */
export type Face = Font[];
export type Faces = { title: Face; note: Face };

type Cut = { wght: number; wdth: number };
const cuts = { title: { wght: 800, wdth: 125 }, note: { wght: 600, wdth: 100 } };
const archivo = { title: "archivo-wide-800.woff", note: "archivo-600.woff" };

// By the letters they add: Latin of other languages; Cyrillic, Chinese and kana; Hangul; emoji in one colour.
const fallbacks = ["archivo", "noto-sans-sc", "noto-sans-kr", "noto-emoji"];
const axesOf: Record<string, (cut: Cut) => Partial<Cut>> = {
  archivo: (cut) => cut,
  "noto-sans-sc": ({ wght }) => ({ wght }),
  "noto-sans-kr": ({ wght }) => ({ wght }),
  "noto-emoji": ({ wght }) => ({ wght: Math.min(wght, 700) }),
};
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/** The letters of our languages, and those parts of other fonts that these texts need. Everything is on this machine. */
export async function loadFaces(texts: string[]): Promise<Faces> {
  const own = { title: readFont(archivo.title), note: readFont(archivo.note) };
  const missing = Array.from(new Set(texts.flatMap(graphemesOf))).filter((grapheme) => !hasAll(own.note, grapheme));
  return {
    title: [own.title, ...(await partsFor(missing, cuts.title))],
    note: [own.note, ...(await partsFor(missing, cuts.note))],
  };
}

export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

export function hasAll(font: Font, grapheme: string): boolean {
  return codePointsOf(grapheme).every((codePoint) => font.hasGlyphForCodePoint(codePoint));
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

function readFont(file: string): Font {
  return fontOf(readFileSync(new URL(`fonts/${file}`, import.meta.url)));
}

function fontOf(bytes: Buffer): Font {
  const font = create(bytes);
  if (!("layout" in font)) throw new Error("a collection of fonts where one font was expected");
  return font;
}

/** fontkit sets nothing in a variable woff2, so the parts are cut down to the letters and to one weight first. */
async function partsFor(graphemes: string[], cut: Cut): Promise<Font[]> {
  const byPart = Map.groupBy(graphemes, partWith);
  const fonts = Array.from(byPart, async ([part, graphemes]) => {
    if (!part) return [];
    const settings = { targetFormat: "sfnt", variationAxes: axesOf[part.family]?.(cut) } as const;
    return [fontOf(await subsetFont(readFileSync(part.file), graphemes.join(""), settings))];
  });
  return (await Promise.all(fonts)).flat();
}

type Part = { family: string; file: string; ranges: [number, number][] };

/** The part that has the whole of it, or its first sign: an emoji may be made of several. */
function partWith(grapheme: string): Part | undefined {
  const families = emoji.test(grapheme) ? fallbacks.toReversed() : fallbacks;
  const parts = families.flatMap(partsOf);
  const [first = 0, ...rest] = codePointsOf(grapheme);
  return parts.find((part) => holds(part, [first, ...rest])) ?? parts.find((part) => holds(part, [first]));
}

/** The lists name letters that a part does not have, so the font is asked too. */
function holds({ ranges, file }: Part, codePoints: number[]): boolean {
  const isListed = (codePoint: number) => ranges.some(([from, to]) => from <= codePoint && codePoint <= to);
  if (!codePoints.every(isListed)) return false;
  const font = opened.get(file) ?? fontOf(readFileSync(file));
  opened.set(file, font);
  return codePoints.every((codePoint) => font.hasGlyphForCodePoint(codePoint));
}

const opened = new Map<string, Font>();

/** Selectors of a variant have no shape of their own. */
function codePointsOf(grapheme: string): number[] {
  return Array.from(grapheme, (sign) => sign.codePointAt(0) ?? 0).filter((sign) => sign !== 0xfe0e && sign !== 0xfe0f);
}

const known = new Map<string, Part[]>();
const require = createRequire(import.meta.url);

/** A family comes in some hundred parts, and a list of which letters are in which. */
function partsOf(family: string): Part[] {
  const parts = known.get(family) ?? readParts(family);
  known.set(family, parts);
  return parts;
}

function readParts(family: string): Part[] {
  const packageName = `@fontsource-variable/${family}`;
  const list: Record<string, string> = require(`${packageName}/unicode.json`);
  const axis = family === "archivo" ? "wdth" : "wght";
  return Object.entries(list).map(([name, ranges]) => ({
    family,
    file: require.resolve(`${packageName}/files/${family}-${name.replace(/[[\]]/g, "")}-${axis}-normal.woff2`),
    ranges: ranges.split(",").map(rangeOf),
  }));
}

/** `U+4e00-4eff` or `U+4e00`. */
function rangeOf(range: string): [number, number] {
  const [from = "", to = from] = range.replace("U+", "").split("-");
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
