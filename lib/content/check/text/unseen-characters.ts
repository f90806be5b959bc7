import type { Problem } from "#lib/content/source/content-error.ts";
import { notInXml } from "#lib/letters/not-in-xml.ts";
import type { RawText } from "./raw-texts.ts";

/** A file in UTF-16 is full of them: the first few tell as much. */
const mostOfFile = 10;

// What no writing needs of the characters without a shape: not those that join, part or turn letters, nor choose one's form.
const invisible = String.raw`[\p{Default_Ignorable_Code_Point}--[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\p{Variation_Selector}]]`;
const flag = String.raw`(?<flag>\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f})`;
// Of a font of their own, as those of Wingdings are that Word and LibreOffice leave. Before a line they are told of as bullets,
// and those of chat programs as theirs.
const boxes = String.raw`(?<box>(?!(?<=^\s*)[\uf076\uf0a7\uf0b7])(?![\ue200-\ue202])\p{Co})`;
// The first of a row of them stands for all.
const left = new RegExp(
  String.raw`${flag}|${boxes}|(?:${invisible}|[\ufff9-\ufffc]|\p{Noncharacter_Code_Point})+`,
  "gv",
);

/**
 * Each character of a content file that no feed can hold, and those that nobody sees or that show as a box; most come with a
 * text from Word, a PDF or a chat program.
 */
export function unseenCharacters(texts: RawText[]): Problem[] {
  return texts.flatMap(({ file, text }) => {
    // To cut a text into lines is slow, and almost no text needs it.
    const lines = text.search(notInXml) < 0 && text.search(left) < 0 ? [] : text.split("\n");
    const found = lines.flatMap((line, index) => {
      const problem = (severity: Problem["severity"], { 0: found, index: column }: RegExpExecArray, which: string) => {
        const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
        const message = `U+${code} stands here, ${which}; remove it, or type here what was meant`;
        return { severity, file, line: index + 1, column: column + 1, field: "file", message };
      };
      const refused = Array.from(line.matchAll(notInXml), (found) =>
        problem("error", found, "which nobody can see and no feed can hold"),
      );
      const odd = Array.from(line.matchAll(left)).filter(
        ({ 0: found, groups }) => !groups?.flag && found.search(notInXml) < 0,
      );
      const which = ({ 0: character, groups }: RegExpExecArray) => {
        if (groups?.box) return "a sign of a font of its own, which readers see as an empty box";
        return character.startsWith("\ufffc") ? "where another program had a picture" : "which nobody can see";
      };
      return [...refused, ...odd.map((found) => problem("warning", found, which(found)))];
    });
    return found.slice(0, mostOfFile);
  });
}
