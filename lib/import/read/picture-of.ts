import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { isElsewhere } from "#lib/content/source/content-folder.ts";
import { decoded } from "#lib/content/source/decoded.ts";
import { readBounded } from "./read-bounded.ts";
import type { FoundPicture } from "./source.ts";

/** A picture by its address: what lies on another site is not fetched, and what lies here is for `find` to say. */
export function pictureOf(address: string, find: (written: string) => FoundPicture): FoundPicture {
  const name = path.posix.basename(decoded(address.replace(/[?#].*$/, ""))).slice(0, 100);
  if (/^(https?:)?\/\//i.test(address)) return { name, why: "is on another site, and nothing is fetched" };
  if (isElsewhere(address) || /^file:/i.test(address)) return { name, why: "is not in the folder" };
  return find(address);
}

/** For a file that stands alone: what lies in its folder or below it. */
export function pictureBeside(folder: string, address: string): FoundPicture {
  const written = decoded(address.replace(/[?#].*$/, "")).replaceAll("\\", "/");
  const name = path.posix.basename(written);
  if (path.relative(folder, path.join(folder, written)).startsWith(".."))
    return { why: "leads out of the folder, and nothing is read there" };
  const file = realFile(path.join(folder, written));
  if (file === undefined) return { name, why: "is not in the folder" };
  const isInside = file.startsWith(realpathSync(folder) + path.sep);
  return isInside
    ? { name, bytes: () => readBounded(file) }
    : { why: "leads out of the folder, and nothing is read there" };
}

function realFile(file: string): string | undefined {
  try {
    const real = realpathSync(file);
    return statSync(real).isFile() ? real : undefined;
  } catch {
    // Whatever it is that cannot be read, it is not there for us.
    return undefined;
  }
}
