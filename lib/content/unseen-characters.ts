import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { notInXml } from "#lib/not-in-xml.ts";
import type { Problem } from "./content-error.ts";
import { fileIn, isLeftover } from "./content-folder.ts";

/** Each character of a content file that no feed can hold; most come with a text from Word or a PDF, and nobody sees them. */
export function unseenCharacters(root: string): Problem[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.(mdx?|yaml|ts)$/.test(name) && !name.split(path.sep).some(isLeftover),
  );
  return files.flatMap((name) => {
    const text = new TextDecoder().decode(readFileSync(path.join(root, name))).replaceAll(/\r\n?/g, "\n");
    // To cut a text into lines is slow, and almost no text needs it.
    const lines = text.search(notInXml) < 0 ? [] : text.split("\n");
    return lines.flatMap((line, index) =>
      Array.from(line.matchAll(notInXml), ({ 0: found, index: column }): Problem => {
        const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
        const message = `U+${code} stands here, which nobody can see and no feed can hold; remove it, or type here what was meant`;
        const file = fileIn(root, ...name.split(path.sep));
        return { severity: "error", file, line: index + 1, column: column + 1, field: "file", message };
      }),
    );
  });
}
