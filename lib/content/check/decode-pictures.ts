import path from "node:path";
import sharp from "sharp";
import { errorOfFile, type Problem } from "#lib/content/source/content-error.ts";
import { entriesOf, fileIn } from "#lib/content/source/content-folder.ts";
import { unreadablePicture } from "#lib/content/source/unreadable-picture.ts";
import { pictureRefusal } from "./picture-refusal.ts";

// The column of text; in a list the first card is 600 wide, and at the top of an article it is 480.
const widestShown = 640;

/** Pictures that are cut short or broken inside, which the build would refuse, and those that a page would blow up, which makes them blurred. */
export async function decodePictures(root: string): Promise<Problem[]> {
  const names = entriesOf(path.join(root, "images")).filter((entry) => !pictureRefusal(root, entry));
  const found = await Promise.all(
    names.map(async ({ name }): Promise<Problem[]> => {
      const file = fileIn(root, "images", name);
      try {
        const width = await decode(path.join(root, "images", name));
        if (width >= widestShown) return [];
        const message = `is ${width} pixels wide and shown up to ${widestShown} wide, which blurs it; export it wider, at best 1440`;
        return [{ ...errorOfFile(file, "picture", message), severity: "warning" }];
      } catch (cause) {
        return [errorOfFile(file, "picture", unreadablePicture(cause))];
      }
    }),
  );
  return found.flat();
}

/** Read to its end, as the build does: a JPEG or PNG of 24 million pixels takes 0.9 s, such a WebP 2.1 s. */
async function decode(file: string): Promise<number> {
  // To make it smaller would leave the last lines of a JPEG unread.
  await sharp(file, { failOn: "error" }).stats();
  const { autoOrient } = await sharp(file).metadata();
  return autoOrient.width;
}
