import path from "node:path";
import sharp from "sharp";
import { errorOfFile, type Problem } from "#lib/content/source/content-error.ts";
import { entriesOf, fileIn } from "#lib/content/source/content-folder.ts";
import { refuseTall } from "#lib/content/source/made-sizes.ts";
import { unreadablePicture } from "#lib/content/source/unreadable-picture.ts";
import { pictureRefusal } from "./picture-refusal.ts";

// The column of text; in a list the first card is 600 wide, and at the top of an article it is 480.
const widestShown = 640;

/** Pictures that are cut short or broken inside, which the build would refuse, and those that a page would blow up, which makes them blurred. */
export async function decodePictures(root: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  // One after the other: libvips keeps one list of errors for all that it reads, so that of 210 AVIF files cut short, read beside another, one passed as whole.
  for (const entry of entriesOf(path.join(root, "images"))) {
    if (pictureRefusal(root, entry)) continue;
    const file = fileIn(root, "images", entry.name);
    try {
      const size = await decode(path.join(root, "images", entry.name));
      const tooTall = refuseTall(size);
      if (tooTall) problems.push(errorOfFile(file, "picture", tooTall));
      const { width } = size;
      if (tooTall || width >= widestShown) continue;
      const message = `is ${width} pixels wide and shown up to ${widestShown} wide, which blurs it; export it wider, at best 1440`;
      problems.push({ ...errorOfFile(file, "picture", message), severity: "warning" });
    } catch (cause) {
      problems.push(errorOfFile(file, "picture", unreadablePicture(cause)));
    }
  }
  return problems;
}

/** Read to its end, as the build does: a JPEG or PNG of 24 million pixels takes 0.9 s, such a WebP 2.1 s. */
async function decode(file: string): Promise<{ width: number; height: number }> {
  // To make it smaller would leave the last lines of a JPEG unread.
  await sharp(file, { failOn: "error" }).stats();
  const { autoOrient } = await sharp(file).metadata();
  return autoOrient;
}
