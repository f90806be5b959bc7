import { statSync } from "node:fs";
import path from "node:path";
import { errorOfFile, type Problem } from "#lib/content/source/content-error.ts";
import { entriesOf, fileIn } from "#lib/content/source/content-folder.ts";
import { pictureRefusal } from "./picture-refusal.ts";

const mostMegabytes = 20;

/** The files that are no pictures, and pictures that are very large. */
export function pictureFiles(root: string): Problem[] {
  return entriesOf(path.join(root, "images")).flatMap((entry) => {
    const refusal = pictureRefusal(root, entry);
    const file = fileIn(root, "images", entry.name);
    if (refusal) return [errorOfFile(file, "picture", refusal)];
    const megabytes = Math.round(statSync(path.join(root, "images", entry.name)).size / 1_000_000);
    const message = `has ${megabytes} MB, which every copy of the content carries; export it smaller, 1440 pixels wide`;
    return megabytes > mostMegabytes ? [{ ...errorOfFile(file, "picture", message), severity: "warning" }] : [];
  });
}
