import path from "node:path";
import sharp from "sharp";
import { refusePicture } from "#lib/images/refuse-picture.ts";
import type { Problem } from "./content-error.ts";
import { entriesOf, fileIn } from "./content-folder.ts";

// The column of text; in a list the first card is 600 wide, and at the top of an article it is 480.
const widestShown = 640;

/** Pictures that a page would blow up, which makes them blurred. One that cannot be read is refused elsewhere. */
export async function narrowPictures(root: string): Promise<Problem[]> {
  const files = entriesOf(path.join(root, "images")).filter((entry) => !refusePicture(entry.name, entry.isDirectory()));
  const found = await Promise.all(
    files.map(async ({ name }): Promise<Problem[]> => {
      const width = await widthOf(path.join(root, "images", name));
      if (width === undefined || width >= widestShown) return [];
      const file = fileIn(root, "images", name);
      const message = `is ${width} pixels wide and shown up to ${widestShown} wide, which blurs it; export it wider, at best 1440`;
      return [{ severity: "warning", file, line: 1, column: 1, field: "picture", message }];
    }),
  );
  return found.flat();
}

async function widthOf(file: string): Promise<number | undefined> {
  const read = await sharp(file)
    .metadata()
    // sharp says with a plain Error what is no picture.
    .catch((error: unknown) => (error instanceof Error ? undefined : Promise.reject(error)));
  return read?.autoOrient.width;
}
