import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { remember } from "#lib/content/remember.ts";
import type { BuiltPicture } from "./built-picture.ts";

const builtImages = path.join(/* turbopackIgnore: true */ process.cwd(), "public", "images");

/** The variants of a picture by its file name in content/images; undefined when it came after the last build of them. */
export function findPicture(name: string, folder = builtImages): BuiltPicture | undefined {
  return readManifest(folder)[name.normalize("NFC")];
}

const readManifest = remember(
  (folder: string): Record<string, BuiltPicture> => {
    const file = manifestIn(folder);
    if (!existsSync(/* turbopackIgnore: true */ file)) {
      throw new Error(`${file} is missing; run: node lib/images/build-images.ts`);
    }
    return JSON.parse(readFileSync(/* turbopackIgnore: true */ file, "utf8"));
  },
  (folder) => [manifestIn(folder)],
);

function manifestIn(folder: string) {
  return path.join(/* turbopackIgnore: true */ folder, "manifest.json");
}
