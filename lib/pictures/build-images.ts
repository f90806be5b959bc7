// Makes public/images from content/images: `node lib/pictures/build-images.ts`, before the site is built or served.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { bytesOf, contentRoot, entriesOf } from "#lib/content/source/content-folder.ts";
import { madeSize, madeWidths, refuseTall } from "#lib/content/source/made-sizes.ts";
import { refusePicture } from "#lib/content/source/refuse-picture.ts";
import { unreadablePicture } from "#lib/content/source/unreadable-picture.ts";
import { releaseFolder } from "#lib/release/release-folder.ts";
import { writeWhole } from "#lib/write-whole.ts";
import type { BuiltPicture, Variant } from "./built-picture.ts";
import { builtImages } from "./find-picture.ts";

const settings = {
  // Effort 4, the default, took four to nine times as long as 2 and saved 5 % at most.
  avif: { quality: 50, effort: 2 },
  webp: { quality: 75 },
  jpeg: { quality: 75, mozjpeg: true },
  png: {},
};

/** Makes the variants that are missing, removes those that no picture needs, and writes a list of all, manifest.json, into `lists`. */
export async function buildImages(from: string, to: string, log: (line: string) => void, lists = to) {
  const manifest: Record<string, BuiltPicture> = {};
  const counts = { pictures: 0, made: 0, removed: 0, refused: 0 };

  for (const folder of [to, lists]) mkdirSync(folder, { recursive: true });
  for (const name of namesIn(from)) {
    const file = path.join(from, name);
    const rendering = await render(file, to);
    if ("refusal" in rendering) {
      log(`${file}: ${rendering.refusal}`);
      counts.refused += 1;
      continue;
    }

    const { picture, made } = rendering;
    for (const variant of made) writeWhole(path.join(to, variant.file), variant.bytes);
    if (made.length > 0) log(`${file}: ${made.length} variants made`);
    manifest[name.normalize("NFC")] = picture;
    counts.pictures += 1;
    counts.made += made.length;
  }

  writeWhole(path.join(lists, "manifest.json"), JSON.stringify(manifest));
  counts.removed = removeOthers(to, manifest);
  return counts;
}

function namesIn(folder: string) {
  return entriesOf(folder).map(({ name }) => name);
}

async function render(file: string, to: string) {
  const refusal = refusePicture(file, statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false);
  if (refusal) return { refusal };

  try {
    const source = bytesOf(file);
    if (typeof source === "string") return { refusal: source };
    const picture = await plan(file, source);
    if ("refusal" in picture) return picture;
    const missing = picture.variants.filter((variant) => !existsSync(path.join(to, variant.file)));
    return { picture, made: await Promise.all(missing.map((variant) => encode(source, variant))) };
  } catch (cause) {
    return { refusal: unreadablePicture(cause) };
  }
}

async function plan(file: string, source: Buffer): Promise<BuiltPicture | { refusal: string }> {
  const { autoOrient: original, hasAlpha } = await sharp(source).metadata();
  const tooTall = refuseTall(original);
  if (tooTall) return { refusal: tooTall };
  const used = madeWidths(original.width);
  const formats = ["avif", "webp", hasAlpha ? "png" : "jpeg"] as const;
  const name = `${slugOf(file)}-${hashOf(source)}`;

  return {
    ...madeSize(original),
    variants: formats.flatMap((format) => used.map((width) => ({ format, width, file: `${name}-${width}.${format}` }))),
  };
}

function slugOf(file: string) {
  const letters = path.parse(file).name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = letters.match(/[a-z0-9]+/g) ?? ["picture"];
  return words.join("-").slice(0, 80);
}

/** Of the settings too: other settings give other files. */
function hashOf(source: Buffer) {
  return createHash("sha256").update(JSON.stringify(settings)).update(source).digest("hex").slice(0, 8);
}

async function encode(source: Buffer, { file, width, format }: Variant) {
  // Cameras write JPEGs that give warnings and are whole; one that is cut short gives an error.
  const pixels = sharp(source, { failOn: "error" }).autoOrient().resize({ width });
  return { file, bytes: await pixels.toFormat(format, settings[format]).toBuffer() };
}

function removeOthers(folder: string, manifest: Record<string, BuiltPicture>) {
  const needed = new Set(Object.values(manifest).flatMap(({ variants }) => variants.map(({ file }) => file)));
  const isOurs = (name: string) => /-[0-9a-f]{8}-\d+\.(avif|webp|jpeg|png)(\.\d+\.part)?$/.test(name);
  const others = readdirSync(folder).filter((name) => isOurs(name) && !needed.has(name));
  for (const name of others) rmSync(path.join(folder, name));
  return others.length;
}

if (import.meta.main) {
  const log = (line: string) => console.log(line.replace(releaseFolder + path.sep, ""));
  const counts = await buildImages(path.join(contentRoot, "images"), "public/images", log, builtImages);
  const { pictures, made, removed, refused } = counts;
  console.log(`images: ${pictures} pictures, ${made} variants made, ${removed} removed, ${refused} refused`);
  if (refused > 0) process.exitCode = 1;
}
