import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { decoded } from "#lib/content/source/decoded.ts";
import { ImportError } from "./import-error.ts";
import type { FoundPicture } from "./source.ts";

const mostFiles = 50_000;
const mostBytes = 50_000_000;
const picture = /\.(jpe?g|png|webp|avif|gif|tiff?|bmp|svg|heic|ico)$/i;
/** Where generators keep what they serve at the root of a site. */
const served = [".", "static", "assets", "public", "source"];

export type PictureFolder = {
  /** All files of the folder, by their path in it, in order. */
  files: string[];
  /** The picture that a file in `from` means by an address. */
  find(from: string, address: string): FoundPicture;
};

/** What a folder and those in it hold. Links are not followed: they may lead out of it. */
export function pictureFolder(root: string): PictureFolder {
  const files = filesIn(root);
  const all = new Set(files);
  const byName = new Map<string, string[]>();
  for (const file of files.filter((name) => picture.test(name))) {
    const key = keyOf(file);
    byName.set(key, [...(byName.get(key) ?? []), file]);
  }

  return {
    files,
    find(from, address) {
      const written = decoded(address.replace(/[?#].*$/, "")).replaceAll("\\", "/");
      const name = path.posix.basename(written);
      const beside = path.posix.join(from, written);
      const tries = written.startsWith("/")
        ? served.map((folder) => path.posix.join(folder, written))
        : [beside, ...served.map((folder) => path.posix.join(folder, written))];
      const file = tries.find((tried) => all.has(tried)) ?? likeliest(byName.get(keyOf(name)) ?? [], written);
      if (file === undefined) {
        const leadsOut = !written.startsWith("/") && beside.startsWith("../");
        return leadsOut
          ? { why: "leads out of the folder, and nothing is read there" }
          : { name, why: "is not in the folder" };
      }
      if (statSync(path.join(root, file)).size > mostBytes)
        return { name, why: "has more than 50 MB; export it smaller" };
      return { name: path.posix.basename(file), bytes: () => readFileSync(path.join(root, file)) };
    },
  };
}

/** Of several pictures of one name that whose folders are those of the address, from the last one up. */
function likeliest(files: string[], address: string): string | undefined {
  const wanted = address.split("/").toReversed();
  const agreeing = (file: string) => {
    const parts = file.split("/").toReversed();
    const differing = parts.findIndex((part, index) => part !== wanted[index]);
    return differing < 0 ? parts.length : differing;
  };
  const best = files.toSorted((a, b) => agreeing(b) - agreeing(a));
  return best.length > 1 && agreeing(best[0] ?? "") === agreeing(best[1] ?? "") ? undefined : best[0];
}

function keyOf(file: string): string {
  return path.posix.basename(file).normalize("NFC").toLowerCase();
}

function filesIn(root: string): string[] {
  const found: string[] = [];
  const walk = (folder: string) => {
    for (const entry of listed(path.join(root, folder))) {
      const file = path.posix.join(folder, entry.name);
      if (entry.name.startsWith(".") || ["node_modules", "__MACOSX"].includes(entry.name)) continue;
      if (entry.isDirectory()) walk(file);
      else if (entry.isFile()) found.push(file);
      if (found.length > mostFiles)
        throw new ImportError(`${root} has more than ${mostFiles} files in it; name a folder within it`);
    }
  };
  walk("");
  return found;
}

function listed(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}
