import type { Problem } from "#lib/content/source/content-error.ts";
import type { RawText } from "./raw-texts.ts";

/** Where git left two versions of a text in one file: the first of each file. */
export function mergeConflicts(texts: RawText[]): Problem[] {
  return texts.flatMap(({ file, text }): Problem[] => {
    const found = /^(<{7}|>{7})(?= |$)/m.exec(text);
    if (!found) return [];
    const line = text.slice(0, found.index).split("\n").length;
    const message = `${found[1]}: git left two versions of the text here; keep one, and remove the lines with <<<<<<<, ======= and >>>>>>>`;
    return [{ severity: "error", file, line, column: 1, field: "file", message }];
  });
}
