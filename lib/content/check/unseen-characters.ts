import type { Problem } from "#lib/content/source/content-error.ts";
import { notInXml } from "#lib/not-in-xml.ts";
import type { RawText } from "./raw-texts.ts";

/** A file in UTF-16 is full of them: the first few tell as much. */
const mostOfFile = 10;

/** Each character of a content file that no feed can hold; most come with a text from Word or a PDF, and nobody sees them. */
export function unseenCharacters(texts: RawText[]): Problem[] {
  return texts.flatMap(({ file, text }) => {
    // To cut a text into lines is slow, and almost no text needs it.
    const lines = text.search(notInXml) < 0 ? [] : text.split("\n");
    const found = lines.flatMap((line, index) =>
      Array.from(line.matchAll(notInXml), ({ 0: found, index: column }): Problem => {
        const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
        const message = `U+${code} stands here, which nobody can see and no feed can hold; remove it, or type here what was meant`;
        return { severity: "error", file, line: index + 1, column: column + 1, field: "file", message };
      }),
    );
    return found.slice(0, mostOfFile);
  });
}
