import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileIn, isLeftover } from "./content-folder.ts";

export type RawText = { file: string; text: string };

/** Each file of texts as it is on disk. What is not UTF-8 is named by whoever reads the file. */
export function rawTexts(root: string): RawText[] {
  const names = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.(mdx?|yaml|ts)$/.test(name) && !name.split(path.sep).some(isLeftover),
  );
  return names.flatMap((name) => {
    const bytes = readFileSync(path.join(root, name));
    const text = new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, "\n");
    return isUtf8(bytes) ? [{ file: fileIn(root, ...name.split(path.sep)), text }] : [];
  });
}
