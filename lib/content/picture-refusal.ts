import { closeSync, type Dirent, openSync, readSync } from "node:fs";
import path from "node:path";
import { refusePicture } from "#lib/images/refuse-picture.ts";

/** Why a file of `content/images` is no picture, as far as its name and its first bytes tell. */
export function pictureRefusal(root: string, entry: Dirent): string | undefined {
  return refusePicture(entry.name, entry.isDirectory()) ?? refuseContent(path.join(root, "images", entry.name));
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
