import { closeSync, openSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { refusePicture } from "#lib/images/refuse-picture.ts";
import { errorOfFile, type Problem } from "./content-error.ts";
import { entriesOf, fileIn } from "./content-folder.ts";

const mostMegabytes = 20;

/** The pictures that the build would refuse, and those that are very large. What is cut short or broken further inside is found by the build alone. */
export function pictureFiles(root: string): Problem[] {
  return entriesOf(path.join(root, "images")).flatMap((entry) => {
    const refusal =
      refusePicture(entry.name, entry.isDirectory()) ?? refuseContent(path.join(root, "images", entry.name));
    const file = fileIn(root, "images", entry.name);
    if (refusal) return [errorOfFile(file, "picture", refusal)];
    const megabytes = Math.round(statSync(path.join(root, "images", entry.name)).size / 1_000_000);
    const message = `has ${megabytes} MB, which every copy of the content carries; export it smaller, 1440 pixels wide`;
    return megabytes > mostMegabytes ? [{ ...errorOfFile(file, "picture", message), severity: "warning" }] : [];
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
