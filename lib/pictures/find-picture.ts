import path from "node:path";
import { manifestReader } from "#lib/manifest-reader.ts";
import { question } from "#lib/question.ts";
import { releaseFolder } from "#lib/release/release-folder.ts";
import type { BuiltPicture } from "./built-picture.ts";

/** Where their list is. The variants themselves are in public/images of the project. */
export const builtImages = path.join(/* turbopackIgnore: true */ releaseFolder, "public", "images");

/** The variants of a picture by its file name in content/images; undefined when it came after the last build of them. */
export const findPicture = question("picture", (name: string, folder = builtImages): BuiltPicture | undefined => {
  return readManifest(folder)[name.normalize("NFC")];
});

const readManifest = manifestReader<Record<string, BuiltPicture>>("lib/pictures/build-images.ts");
