import type { Font, Glyph } from "fontkit";
import { type Face, graphemesOf, hasAll } from "./faces.ts";

/** A line of text as outlines. `d` is drawn with its left end at 0 0, in ems, y upwards. */
export type SetText = { width: number; glyphs: { d: string; x: number; unitsPerEm: number }[] };

/** All measures are in ems of the line, so that a size can be tried without setting it again. */
export function setText(text: string, face: Face, tracking = 0): SetText {
  const set: SetText = { width: 0, glyphs: [] };
  for (const { font, text: run } of runsOf(text, face)) {
    const { glyphs, positions } = font.layout(run);
    for (const [index, glyph] of glyphs.entries()) {
      set.glyphs.push({ d: outlineOf(font, glyph), x: set.width, unitsPerEm: font.unitsPerEm });
      set.width += (positions[index]?.xAdvance ?? glyph.advanceWidth) / font.unitsPerEm + tracking;
    }
  }
  return set;
}

/** As long as one font has the letters, they are set together, which keeps their kerning and their ligatures. */
function runsOf(text: string, face: Face): { font: Font; text: string }[] {
  const runs: { font: Font; text: string }[] = [];
  for (const grapheme of graphemesOf(text)) {
    const { font, shown } = fontFor(grapheme, face);
    const last = runs.at(-1);
    if (last?.font === font) last.text += shown;
    else runs.push({ font, text: shown });
  }
  return runs;
}

/** The whole of it in one font, else its first sign alone, else a gap: Archivo draws nothing for what it lacks. */
function fontFor(grapheme: string, face: Face): { font: Font; shown: string } {
  const [own] = face;
  if (!own) throw new Error("a face has at least one font");
  const whole = face.find((font) => hasAll(font, grapheme) && isOneSign(font, grapheme));
  if (whole) return { font: whole, shown: grapheme };
  const [first = grapheme] = grapheme;
  return { font: face.find((font) => hasAll(font, first)) ?? own, shown: first };
}

/** Several people joined to one emoji are one sign only where the font has a shape for it. */
function isOneSign(font: Font, grapheme: string): boolean {
  return !/[\u200d\u{1f3fb}-\u{1f3ff}]/u.test(grapheme) || font.layout(grapheme).glyphs.length === 1;
}

const outlines = new WeakMap<Font, Map<number, string>>();

function outlineOf(font: Font, glyph: Glyph): string {
  const ofFont = outlines.get(font) ?? new Map<number, string>();
  outlines.set(font, ofFont);
  const d = ofFont.get(glyph.id) ?? glyph.path.toSVG();
  ofFont.set(glyph.id, d);
  return d;
}
