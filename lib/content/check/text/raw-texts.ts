import { isUtf8 } from "node:buffer";
import path from "node:path";
import { bytesOf, entriesOf, fileIn } from "#lib/content/source/content-folder.ts";

export type RawText = { file: string; text: string };

/** Each file of texts as it is on disk. What cannot be read, or is not UTF-8, is named by whoever reads the file. */
export function rawTexts(root: string, ...folder: string[]): RawText[] {
  return entriesOf(path.join(root, ...folder)).flatMap((entry) => {
    // A link may lead to a folder.
    const inside = entry.isFile() ? [] : rawTexts(root, ...folder, entry.name);
    const bytes = /\.(mdx?|yaml|ts)$/.test(entry.name) && bytesOf(path.join(root, ...folder, entry.name));
    if (!Buffer.isBuffer(bytes) || !isUtf8(bytes)) return inside;
    const text = new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, "\n");
    return [...inside, { file: fileIn(root, ...folder, entry.name), text }];
  });
}
