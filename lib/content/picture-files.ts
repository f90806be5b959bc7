import { closeSync, openSync, readSync } from "node:fs";
import path from "node:path";
import { refusePicture } from "#lib/images/refuse-picture.ts";
import { errorOfFile, type Problem } from "./content-error.ts";
import { entriesOf, fileIn } from "./content-folder.ts";

/** The pictures that the build would refuse. What is cut short or broken further inside is found by the build alone. */
export function pictureFiles(root: string): Problem[] {
  return entriesOf(path.join(root, "images")).flatMap((entry) => {
    const refusal =
      refusePicture(entry.name, entry.isDirectory()) ?? refuseContent(path.join(root, "images", entry.name));
    const file = fileIn(root, "images", entry.name);
    return refusal ? [errorOfFile(file, "picture", refusal)] : [];
  });
}

function refuseContent(file: string): string | undefined {
  const start = Buffer.alloc(32);
  const descriptor = openSync(file, "r");
  readSync(descriptor, start);
  closeSync(descriptor);
  const signs = start.toString("latin1");
  if (/^(\xff\xd8\xff|\x89PNG|RIFF.{4}WEBP|.{4}ftyp.*avi[fs])/s.test(signs)) return undefined;
  return "is no picture inside, whatever its name says; export it again as JPEG or PNG";
}
