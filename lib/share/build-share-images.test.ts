import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { tilePattern } from "#lib/tiles/tile-pattern.ts";
import { buildShareImages } from "./build-share-images.ts";
import { cardSvg, layouts } from "./card-svg.ts";
import { loadFaces } from "./faces.ts";
import type { ShareCard } from "./share-card.ts";

const cali: ShareCard = {
  path: "/en/hubs/cali",
  slug: "cali",
  title: "Cali",
  note: "Tech hubs",
  alt: "“Cali” on gold",
};
const bogota: ShareCard = { ...cali, path: "/en/hubs/bogota", slug: "bogota", title: "Bogotá" };

const noLog = () => undefined;

test("each page gets a wide and a square PNG under 300 KB, and its words in the list", async () => {
  const folder = folderForTests();
  const counts = await buildShareImages([cali, bogota], folder, noLog);

  expect(counts).toEqual({ pages: 2, made: 4, removed: 0 });
  const list = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8"));
  expect(Object.keys(list).sort()).toEqual(["/en/hubs/bogota", "/en/hubs/cali"]);
  const { alt, wide, square } = list["/en/hubs/cali"];
  expect(alt).toBe("“Cali” on gold");
  expect(wide).toMatch(/^en-hubs-cali-wide-[0-9a-f]{10}\.png$/);
  expect(await sizeOf(folder, wide)).toEqual(["png", 1200, 630]);
  expect(await sizeOf(folder, square)).toEqual(["png", 1200, 1200]);
  expect(statSync(path.join(folder, square)).size).toBeLessThan(300 * 1024);
});

test("a second build makes none, and a new title makes one page's pictures and removes the old ones", async () => {
  const folder = folderForTests();
  await buildShareImages([cali, bogota], folder, noLog);

  expect(await buildShareImages([cali, bogota], folder, noLog)).toMatchObject({ made: 0, removed: 0 });
  const renamed = { ...bogota, title: "Bogotá, D. C." };
  expect(await buildShareImages([cali, renamed], folder, noLog)).toMatchObject({ made: 2, removed: 2 });
  expect(readdirSync(folder)).toHaveLength(5);
});

test("an author's picture takes the place of the pattern, and stays under 300 KB whatever it shows", async () => {
  const folder = folderForTests();
  const noise = path.join(folder, "noise.jpg");
  const raw = { width: 1400, height: 900, channels: 3 } as const;
  await sharp(randomBytes(1400 * 900 * 3), { raw })
    .jpeg()
    .toFile(noise);
  const out = folderForTests();

  await buildShareImages([{ ...cali, picture: noise }], out, noLog);

  const files = readdirSync(out).filter((name) => name.endsWith(".png"));
  expect(files).toHaveLength(2);
  for (const file of files) {
    expect(statSync(path.join(out, file)).size).toBeLessThanOrEqual(300 * 1024);
    const panel = layouts[file.includes("wide") ? "wide" : "square"].panel;
    const { x: left, y: top, width, height } = panel;
    const shown = await sharp(path.join(out, file)).extract({ left, top, width, height }).png().toBuffer();
    const { entropy } = await sharp(shown).stats();
    expect(entropy).toBeGreaterThan(3);
  }
});

test("letters that no font here has are named", async () => {
  const lines: string[] = [];
  await buildShareImages([{ ...cali, title: "Cali قال" }], folderForTests(), (line) => lines.push(line));
  expect(lines).toEqual(["/en/hubs/cali: no font here has ق ا ل; its share image has a gap"]);
});

test.each(["wide", "square"] as const)("the %s picture has the pattern of its page", async (format) => {
  const svg = cardSvg(cali, format, await loadFaces(["Cali", "Tech hubs"]));
  const { layers } = tilePattern("cali", layouts[format].panel);
  expect(layers.length).toBeGreaterThan(0);
  for (const { fill, d } of layers) expect(svg).toContain(`<path fill="${fill}" d="${d}"/>`);
});

async function sizeOf(folder: string, file: string) {
  const { format, width, height } = await sharp(path.join(folder, file)).metadata();
  return [format, width, height];
}
