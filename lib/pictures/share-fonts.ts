import { readFileSync } from "node:fs";
import path from "node:path";
import { create, type Font } from "fontkit";
import subsetFont from "subset-font";
import { releaseFolder } from "#lib/release/release-folder.ts";

type Cut = "title" | "note";

/** A text, and the fonts that have every letter of it: where one lacks a letter, the library would ask the network. */
export type SetText = {
  text: string;
  /** In the order in which they are asked for a letter. Each has a name of its own. */
  fonts: { name: string; data: Buffer }[];
  /** The letters that no font here has. They are left out. */
  lost: string[];
  /** In ems, without kerning. */
  widthOf(text: string): number;
};

const axes = { title: { wght: 800, wdth: 125 }, note: { wght: 600, wdth: 100 } };
const ownFonts = { title: "archivo-wide-800.woff", note: "archivo-600.woff" };

// By the letters they add: Latin of other languages; Cyrillic, Chinese and kana; Hangul.
const families = ["archivo", "noto-sans-sc", "noto-sans-kr"];
// In one colour, and all in one font: satori 0.33.5 looks for an emoji in the font in which it found one that begins alike.
const emojiPart: Part = {
  name: "emoji",
  file: inPackages("@expo-google-fonts/noto-emoji/700Bold/NotoEmoji_700Bold.ttf"),
  ranges: [[0, 0x10ffff]],
};
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/** English and Spanish need the site's own font alone; of others the parts are taken that this text needs. All are on this machine. */
export async function shareFonts(cut: Cut, text: string): Promise<SetText> {
  const own = ownFont(cut);
  const graphemes = graphemesOf(text).map(composed).filter(Boolean);
  const shown = new Map(graphemes.map((grapheme) => [grapheme, shownBy(grapheme, own.font)]));
  const parts = Map.groupBy(
    [...shown.values()].filter(({ part }) => part !== undefined),
    ({ part }) => part,
  );
  const others = await Promise.all(
    Array.from(parts, async ([part, shown]) => {
      const data = await cutDown(part as Part, shown.map(({ letters }) => letters).join(""), cut);
      return { name: `${cut} ${part?.name}`, data, font: fontOf(data) };
    }),
  );
  const fonts = [own, ...others];
  return {
    text: graphemes.map((grapheme) => shown.get(grapheme)?.letters).join(""),
    fonts: fonts.map(({ name, data }) => ({ name, data })),
    lost: [...shown].filter(([, { letters }]) => letters === "").map(([grapheme]) => grapheme),
    widthOf: (text) => graphemesOf(text).reduce((width, grapheme) => width + widthIn(fonts, grapheme), 0),
  };
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The library looks for an accent that stands by itself as for a letter, and asks the network for it; it would draw it on the next one. */
function composed(grapheme: string): string {
  return emoji.test(grapheme) ? grapheme : grapheme.normalize("NFC").replaceAll(/\p{M}/gu, "");
}

type LoadedFont = { name: string; data: Buffer; font: Font };
const loaded = new Map<Cut, LoadedFont>();

function ownFont(cut: Cut): LoadedFont {
  const known = loaded.get(cut);
  if (known) return known;
  const data = readFileSync(path.join(/* turbopackIgnore: true */ releaseFolder, "lib/pictures/fonts", ownFonts[cut]));
  const font = { name: cut, data, font: fontOf(data) };
  loaded.set(cut, font);
  return font;
}

function fontOf(bytes: Buffer): Font {
  const font = create(bytes);
  if (!("layout" in font)) throw new Error("a collection of fonts where one font was expected");
  return font;
}

type Part = { name: string; file: string; ranges: [number, number][]; axes?: (keyof (typeof axes)[Cut])[] };

/** What is set of a grapheme, and the part that has it: the whole, or its first character, for an emoji may be made of several. */
function shownBy(grapheme: string, own: Font): { letters: string; part?: Part | undefined } {
  const [first = 0, ...rest] = codePointsOf(grapheme);
  const whole = String.fromCodePoint(first, ...rest);
  if (hasAll(own, [first, ...rest])) return { letters: whole };
  const letterParts = families.flatMap(partsOf);
  const parts = emoji.test(grapheme) ? [emojiPart, ...letterParts] : [...letterParts, emojiPart];
  const ofWhole = parts.find((part) => holds(part, [first, ...rest]));
  if (ofWhole) return { letters: whole, part: ofWhole };
  if (hasAll(own, [first])) return { letters: String.fromCodePoint(first) };
  const ofFirst = parts.find((part) => holds(part, [first]));
  return ofFirst ? { letters: String.fromCodePoint(first), part: ofFirst } : { letters: "" };
}

/** Selectors of a variant have no shape of their own. */
function codePointsOf(grapheme: string): number[] {
  return Array.from(grapheme, (character) => character.codePointAt(0) ?? 0).filter(
    (codePoint) => codePoint !== 0xfe0e && codePoint !== 0xfe0f,
  );
}

function hasAll(font: Font, codePoints: number[]): boolean {
  return codePoints.every((codePoint) => font.hasGlyphForCodePoint(codePoint));
}

/** The lists name letters that a part does not have, so the font is asked too. */
function holds({ ranges, file }: Part, codePoints: number[]): boolean {
  const isListed = (codePoint: number) => ranges.some(([from, to]) => from <= codePoint && codePoint <= to);
  if (!codePoints.every(isListed)) return false;
  const font = opened.get(file) ?? fontOf(readFileSync(file));
  opened.set(file, font);
  return hasAll(font, codePoints);
}

const opened = new Map<string, Font>();
const known = new Map<string, Part[]>();

/** A family comes in some hundred parts, and a list of which letters are in which. */
function partsOf(family: string): Part[] {
  const parts = known.get(family) ?? readParts(family);
  known.set(family, parts);
  return parts;
}

function readParts(family: string): Part[] {
  const folder = inPackages(`@fontsource-variable/${family}`);
  const list: Record<string, string> = JSON.parse(readFileSync(path.join(folder, "unicode.json"), "utf8"));
  const hasWidth = family === "archivo";
  return Object.entries(list).map(([listed, ranges]) => {
    const name = `${family}-${listed.replace(/[[\]]/g, "")}`;
    return {
      name,
      file: path.join(folder, "files", `${name}-${hasWidth ? "wdth" : "wght"}-normal.woff2`),
      ranges: ranges.split(",").map(rangeOf),
      axes: hasWidth ? ["wght", "wdth"] : ["wght"],
    };
  });
}

/** `U+4e00-4eff` or `U+4e00`. */
function rangeOf(range: string): [number, number] {
  const [from = "", to = from] = range.replace("U+", "").split("-");
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

/** The library takes no variable fonts and no woff2. */
function cutDown(part: Part, letters: string, cut: Cut): Promise<Buffer> {
  const variationAxes = Object.fromEntries((part.axes ?? []).map((axis) => [axis, axes[cut][axis]]));
  return subsetFont(readFileSync(part.file), letters, { targetFormat: "sfnt", variationAxes });
}

function inPackages(name: string): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules", name);
}

function widthIn(fonts: LoadedFont[], grapheme: string): number {
  const codePoints = codePointsOf(grapheme);
  const font = fonts.find(({ font }) => hasAll(font, codePoints))?.font;
  return font ? font.layout(grapheme).advanceWidth / font.unitsPerEm : 0;
}
