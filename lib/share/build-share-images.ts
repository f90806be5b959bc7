// Makes public/share, the pictures of pages for messages and social platforms: `node lib/share/build-share-images.ts`.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { locales } from "#lib/i18n/locales.ts";
import { writeWhole } from "#lib/write-whole.ts";
import { cardSvg, layouts } from "./card-svg.ts";
import { type Faces, graphemesOf, hasAll, loadFaces } from "./faces.ts";
import { builtShareImages } from "./find-share-image.ts";
import type { ShareCard, ShareFormat } from "./share-card.ts";
import { shareCards } from "./share-cards.ts";
import type { ShareManifest } from "./share-manifest.ts";

// WhatsApp shows no larger pictures.
const byteLimit = 300 * 1024;
// A photograph that is too large gets fewer and fewer.
const colourCounts = [256, 128, 64, 32, 16];

/** Makes those that are missing, removes those that no page needs, and writes a list of all, manifest.json, into `lists`. */
export async function buildShareImages(cards: ShareCard[], to: string, log: (line: string) => void, lists = to) {
  const faces = await loadFaces(cards.flatMap(({ title, note }) => [title, note]));
  const manifest: ShareManifest = {};
  const counts = { pages: cards.length, made: 0, removed: 0 };
  for (const folder of [to, lists]) mkdirSync(folder, { recursive: true });

  const queue = cards.values();
  const work = async () => {
    for (const card of queue) {
      warnOfLostLetters(card, faces, log);
      const wide = await keepOrMake(card, "wide", faces, to);
      const square = await keepOrMake(card, "square", faces, to);
      manifest[card.path] = { alt: card.alt, wide: wide.file, square: square.file };
      counts.made += Number(wide.isNew) + Number(square.isNew);
    }
  };
  // sharp encodes in threads of its own; this keeps all of them busy.
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, work));

  writeWhole(path.join(lists, "manifest.json"), JSON.stringify(manifest));
  counts.removed = removeOthers(to, manifest);
  return counts;
}

function warnOfLostLetters({ path, title, note }: ShareCard, { note: fonts }: Faces, log: (line: string) => void) {
  const graphemes = graphemesOf(`${title}${note}`).filter((grapheme) => grapheme.trim() !== "");
  const lost = graphemes.filter(
    (grapheme) => !fonts.some((font) => hasAll(font, String.fromCodePoint(grapheme.codePointAt(0) ?? 0))),
  );
  if (lost.length > 0) log(`${path}: no font here has ${[...new Set(lost)].join(" ")}; its share image has a gap`);
}

/** The name changes with whatever the picture shows, so a file that is there is right. */
async function keepOrMake(card: ShareCard, format: ShareFormat, faces: Faces, to: string) {
  const svg = cardSvg(card, format, faces);
  const picture = card.picture ? readFileSync(card.picture) : undefined;
  const hash = createHash("sha256")
    .update(svg)
    .update(picture ?? "")
    .digest("hex")
    .slice(0, 10);
  const name = card.path
    .slice(1)
    .replaceAll(/[^a-z0-9]+/gi, "-")
    .slice(0, 80);
  const file = `${name}-${format}-${hash}.png`;
  if (existsSync(path.join(to, file))) return { file, isNew: false };

  writeWhole(path.join(to, file), await render(svg, format, picture));
  return { file, isNew: true };
}

async function render(svg: string, format: ShareFormat, picture: Buffer | undefined): Promise<Buffer> {
  const drawn = sharp(Buffer.from(svg)).removeAlpha();
  // In all its colours a pattern takes 6 to 11 ms and 60 to 80 KB; reduced to 64, it took 20 to 34 ms and half the bytes.
  if (!picture) return drawn.png({ compressionLevel: 7 }).toBuffer();

  const { x: left, y: top, width, height } = layouts[format].panel;
  const input = await sharp(picture).autoOrient().resize(width, height).toBuffer();
  const { data, info } = await drawn.composite([{ input, left, top }]).raw().toBuffer({ resolveWithObject: true });
  let png = Buffer.alloc(0);
  for (const colours of colourCounts) {
    // At effort 4 a picture of 1200 x 1200 took 59 ms of CPU instead of 27 and was no smaller.
    png = await sharp(data, { raw: info }).png({ palette: true, colours, dither: 1, effort: 1 }).toBuffer();
    if (png.length <= byteLimit) break;
  }
  return png;
}

function removeOthers(folder: string, manifest: ShareManifest) {
  const needed = new Set(Object.values(manifest).flatMap(({ wide, square }) => [wide, square]));
  const others = readdirSync(folder).filter((name) => name !== "manifest.json" && !needed.has(name));
  for (const name of others) rmSync(path.join(folder, name));
  return others.length;
}

if (import.meta.main) {
  const start = performance.now();
  const { pages, made, removed } = await buildShareImages(
    locales.flatMap((locale) => shareCards(locale)),
    "public/share",
    console.log,
    builtShareImages,
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`share images: ${pages} pages, ${made} made, ${removed} removed, ${seconds} s`);
}
