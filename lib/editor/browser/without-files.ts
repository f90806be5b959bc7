import { folders } from "./field-values.ts";

const files = new RegExp(`(\\]\\(<?|=")(?:blob:|(?:${Object.values(folders).join("|")})/)[^)">]*`, "g");

/** A text without the pictures and files that were chosen in the editor: their addresses change when they are saved. */
export function withoutFiles(text: string): string {
  return text.replaceAll(files, "$1");
}
