import type { Problem } from "#lib/content/source/content-error.ts";
import type { RawText } from "./raw-texts.ts";

/** What UTF-8 looks like when it was read as Windows-1252 and saved again: Ã¡ for á, â€œ for “. */
const misread = /Ã[\u0080-\u00bf‘’“”‰™š]|â€|Â[\u00a0-\u00bf]|\ufffd/u;
// Controls, line separators, and marks that turn the direction of a text.
const unseen = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Of each file the first letters that went wrong on their way into it, with their place. */
export function brokenLetters(texts: RawText[]): Problem[] {
  return texts.flatMap(({ file, text }): Problem[] => {
    const found = misread.exec(text) ?? unseen.exec(text);
    if (!found) return [];
    const [letters] = found;
    const before = text.slice(0, found.index).split("\n");
    const place = { file, line: before.length, column: (before.at(-1) ?? "").length + 1, field: "file" };
    const code = (letters.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    const message = unseen.test(letters)
      ? `a character that nobody can see (U+${code}) is here; remove it, or type what was meant`
      : `"${letters}" is here, as when a text was saved in another encoding; type the letter again`;
    return [{ severity: "warning", ...place, message }];
  });
}
