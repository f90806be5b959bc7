import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { unreadablePicture } from "#lib/content/source/unreadable-picture.ts";
import { slugFrom } from "./slug-from.ts";

/** A picture that is in content/images now, or why it is not. */
export type Kept = { file: string } | { why: string };

/** The name that a picture is to have in content/images, and whether a file of that name was there before. */
export type Reserved = { file: string; isThere: boolean };

export type PictureStore = {
  /** Puts a picture into content/images, unless it is there, and gives its name there. */
  keep(name: string, bytes: Buffer): Promise<Kept>;
  /** The name under which a picture that is not here is to be put there, or was since an import before this one, by the address where it is. */
  reserve(name: string, address: string): Reserved;
  /** How many were written. */
  written(): number;
};

const endings: Record<string, string> = {
  jpeg: ".jpg",
  png: ".png",
  webp: ".webp",
  heif: ".avif",
  gif: ".png",
  tiff: ".png",
};

/** The pictures of content/images, and those that come to them. None that is there is ever written over. */
export function pictureStore(root: string): PictureStore {
  const folder = path.join(root, "images");
  mkdirSync(folder, { recursive: true });
  const taken = new Map(readdirSync(folder).map((name) => [name.toLowerCase(), name]));
  const awaited = new Map<string, Reserved>();
  // What was there before may be a picture that an import asked for; of this import's it is one alone.
  const used = new Set<string>();
  let count = 0;

  return {
    async keep(name, bytes) {
      const read = await readable(bytes);
      if ("why" in read) return read;
      for (const file of names(name, read.ending)) {
        const there = taken.get(file);
        if (there === undefined) {
          writeFileSync(path.join(folder, file), read.bytes, { flag: "wx" });
          taken.set(file, file);
          used.add(file);
          count += 1;
          return { file };
        }
        if (there !== "" && readFileSync(path.join(folder, there)).equals(read.bytes)) {
          used.add(file);
          return { file: there };
        }
      }
      return { why: "has no name that is free" };
    },
    reserve(name, address) {
      const known = awaited.get(address);
      if (known) return known;
      const { ext } = path.parse(name);
      const ending = /^\.(jpe?g|png|webp|avif)$/i.test(ext) ? ext.toLowerCase() : ".png";
      const free = names(name, ending).find((file) => !used.has(file)) ?? `picture${ending}`;
      used.add(free);
      const there = taken.get(free);
      if (!there) taken.set(free, "");
      const reserved = { file: there || free, isThere: Boolean(there) };
      awaited.set(address, reserved);
      return reserved;
    },
    written: () => count,
  };
}

function names(name: string, ending: string): string[] {
  const stem = slugFrom(path.parse(name).name) || "picture";
  // A device of Windows cannot be a file there.
  const base = /^(con|prn|aux|nul|com\d|lpt\d)$/.test(stem) ? `${stem}-picture` : stem;
  return Array.from({ length: 1000 }, (_, index) => `${base}${index === 0 ? "" : `-${index + 1}`}${ending}`);
}

/** As the site takes it: read to its end, and as PNG where browsers or the build do not take its kind. */
async function readable(bytes: Buffer): Promise<{ bytes: Buffer; ending: string } | { why: string }> {
  try {
    const { format, pages = 1, compression } = await sharp(bytes).metadata();
    const ending = endings[format ?? ""];
    if (!ending || (format === "heif" && compression !== "av1"))
      return { why: `is ${(format ?? "no picture").toUpperCase()}; save it as JPEG, PNG, WebP or AVIF` };
    if (format === "gif" && pages > 1) return { why: "moves; save one picture of it as PNG, or make it a video" };
    if (format === "gif" || format === "tiff")
      return { bytes: await sharp(bytes, { failOn: "error" }).png().toBuffer(), ending };
    await sharp(bytes, { failOn: "error" }).stats();
    return { bytes, ending };
  } catch (cause) {
    return { why: unreadablePicture(cause) };
  }
}
