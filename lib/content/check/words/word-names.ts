import { readFileSync } from "node:fs";
import path from "node:path";

/** What the site asks for in the words of a language: the name, whether it is a list, and what is filled in there. */
export type WordName = { name: string; isList: boolean; placeholders: string[] };

/**
 * Every word that the site asks for. The list stands in a file beside this one, which a test keeps as the English words are,
 * and which they are held against where nothing compiles the site: a name that is wrong in every language is found as well.
 */
export function wordNames(): WordName[] {
  const lines = readFileSync(path.join(import.meta.dirname, "word-names.txt"), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => {
    const [written = "", ...placeholders] = line.split(" ");
    return { name: written.replace("[]", ""), isList: written.endsWith("[]"), placeholders };
  });
}
