import { closeSync, type Dirent, openSync, readSync } from "node:fs";
import path from "node:path";
import { refusePicture } from "#lib/content/source/refuse-picture.ts";
import { refuseEndless, unreadable } from "#lib/content/source/unreadable.ts";

/** Why a file of `content/images` is no picture, as far as its name and its first bytes tell. */
export function pictureRefusal(root: string, entry: Dirent): string | undefined {
  return refusePicture(entry.name, entry.isDirectory()) ?? refuseContent(path.join(root, "images", entry.name));
}

function refuseContent(file: string): string | undefined {
  const signs = Buffer.alloc(32);
  try {
    const refusal = refuseEndless(file);
    if (refusal) return refusal;
    const descriptor = openSync(file, "r");
    try {
      readSync(descriptor, signs);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return unreadable(error);
  }
  if (/^(\xff\xd8\xff|\x89PNG|RIFF.{4}WEBP|.{4}ftyp.*avi[fs])/s.test(signs.toString("latin1"))) return undefined;
  return "is no picture inside, whatever its name says; export it again as JPEG or PNG";
}
