import { readText } from "#lib/content/source/content-folder.ts";
import { filesNamedIn } from "./files-named-in.ts";

/** What the page of a text is made of: a thousand are read in the time in which a few are made. */
export function textSign(file: string, root: string): unknown[] {
  const text = readText(root, file);
  return typeof text === "string" ? [text, filesNamedIn(text, root)] : [];
}
