import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { buildImages } from "./build-images.ts";
import type { BuiltPicture } from "./built-picture.ts";

test("a picture gets three formats in three widths, and the manifest tells the truth about them", async () => {
  const site = temporarySite({ "team.jpg": await jpeg(2001, 1333) });

  expect(await site.build()).toEqual({ pictures: 1, made: 9, removed: 0, refused: 0 });

  const picture = site.manifest()["team.jpg"];
  expect(picture).toMatchObject({ width: 1440, height: 959 });
  expect(picture?.variants.map(({ format, width }) => `${format} ${width}`)).toEqual(
    ["avif", "webp", "jpeg"].flatMap((format) => [480, 960, 1440].map((width) => `${format} ${width}`)),
  );
  for (const { file, format, width } of picture?.variants ?? []) {
    const found = await sharp(site.read(file)).metadata();
    const height = Math.round((1333 * width) / 2001);
    expect({ ...found, file }).toMatchObject({ file, width, height, format: format === "avif" ? "heif" : format });
  }
});

test("a picture that is too tall to be written is refused with what to do, and one that just fits is made", async () => {
  const site = temporarySite({ "fits.jpg": await jpeg(4, 16_383), "tall.jpg": await jpeg(4, 16_384) });
  expect(await site.build()).toEqual({ pictures: 1, made: 3, removed: 0, refused: 1 });
  expect(site.log).toContainEqual(expect.stringMatching(/tall\.jpg: is 16384 pixels tall, .*; cut it into several$/));
});

test.each([
  [300, [300]],
  [480, [480]],
  [528, [480]],
  [529, [480, 529]],
  [640, [480, 640]],
  [959, [480, 959]],
  [960, [480, 960]],
  [970, [480, 960]],
  [1200, [480, 960, 1200]],
  [1440, [480, 960, 1440]],
])("a picture %i px wide is never enlarged, and loses a tenth of its width at most", async (width, widths) => {
  const site = temporarySite({ "a.jpg": await jpeg(width, 100) });
  await site.build();

  const picture = site.manifest()["a.jpg"];
  expect(picture?.width).toBe(Math.max(...widths));
  expect(picture?.variants.filter(({ format }) => format === "webp").map((variant) => variant.width)).toEqual(widths);
});

test("a picture taken upright stands upright, and neither place nor name of its maker is published", async () => {
  const lying = sharp(await jpeg(600, 300)).withExif({ IFD0: { Copyright: "Ana" }, IFD3: { GPSLatitudeRef: "N" } });
  const site = temporarySite({ "a.jpg": await lying.withMetadata({ orientation: 6 }).toBuffer() });
  await site.build();

  const picture = site.manifest()["a.jpg"];
  expect(picture).toMatchObject({ width: 300, height: 600 });
  for (const { file } of picture?.variants ?? []) {
    const { width, height, exif, orientation } = await sharp(site.read(file)).metadata();
    expect({ file, width, height, exif, orientation }).toEqual({ file, width: 300, height: 600 });
  }
});

test.each([
  ["png", 0.5, "png"],
  ["webp", 0.5, "png"],
  ["png", 1, "jpeg"],
  ["avif", 1, "jpeg"],
] as const)("a %s with opacity %d comes as AVIF, WebP and %s", async (format, alpha, fallback) => {
  const channels = alpha === 1 ? 3 : 4;
  const source = await sharp({ create: { width: 20, height: 10, channels, background: { r: 9, g: 90, b: 60, alpha } } })
    .toFormat(format)
    .toBuffer();
  const site = temporarySite({ [`a.${format}`]: source });
  await site.build();

  const variants = site.manifest()[`a.${format}`]?.variants ?? [];
  expect(variants.map((variant) => variant.format)).toEqual(["avif", "webp", fallback]);
  for (const { file } of variants) {
    expect((await sharp(site.read(file)).metadata()).hasAlpha, file).toBe(alpha < 1);
  }
});

test.each([
  ["Ana Gómez: retrato (1).JPG", "ana-gomez-retrato-1"],
  ["Medellín de noche.jpeg".normalize("NFD"), "medellin-de-noche"],
  ["写真.jpg", "picture"],
  [`${"long ".repeat(40)}.jpg`, /^long-[long-]{75}$/],
])("%s keeps a plain name in its address", async (name, slug) => {
  const site = temporarySite({ [name]: await jpeg(20, 10) });
  await site.build();

  const file = site.manifest()[name.normalize("NFC")]?.variants.at(0)?.file;
  const [, start, rest] = /^(.*)-([0-9a-f]{8}-20\.avif)$/.exec(file ?? "") ?? [];
  expect(rest).toBeDefined();
  expect(start).toEqual(typeof slug === "string" ? slug : expect.stringMatching(slug));
});

test("what is there already is not made again", async () => {
  const site = temporarySite({ "a.jpg": await jpeg(500, 300), "b.jpg": await jpeg(20, 10) });
  await site.build();
  const before = site.variants();
  const missing = before.find(({ name }) => name.startsWith("b-"));
  rmSync(path.join(site.to, missing?.name ?? ""));

  expect(await site.build()).toMatchObject({ made: 1, removed: 0 });
  expect(site.variants().filter(({ name }) => name !== missing?.name)).toEqual(
    before.filter(({ name }) => name !== missing?.name),
  );
  expect(site.variants().map(({ name }) => name)).toContain(missing?.name);
});

test("a picture that changed gets new addresses, and the old files go with those of pictures that are gone", async () => {
  const site = temporarySite({ "a.jpg": await jpeg(20, 10), "b.jpg": await jpeg(30, 10) });
  await site.build();
  const before = site.variants().map(({ name }) => name);
  writeFileSync(path.join(site.to, "a-0123abcd-480.avif.77.part"), "stopped while it was written");
  writeFileSync(path.join(site.to, "by-hand.svg"), "<svg/>");
  writeFileSync(path.join(site.from, "a.jpg"), await jpeg(20, 10, "#ffc72c"));
  rmSync(path.join(site.from, "b.jpg"));

  expect(await site.build()).toEqual({ pictures: 1, made: 3, removed: 7, refused: 0 });

  const after = readdirSync(site.to).sort();
  expect(after.filter((name) => before.includes(name))).toEqual([]);
  expect(after).toEqual(
    ["by-hand.svg", "manifest.json", ...(site.manifest()["a.jpg"]?.variants ?? []).map(({ file }) => file)].sort(),
  );
});

test("files that are no pictures are all named with what to do, and the others are made", async () => {
  const whole = await jpeg(500, 300);
  const site = temporarySite({
    "cut.jpg": whole.subarray(0, whole.length / 2),
    "empty.png": "",
    "good.jpg": whole,
    "logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "text.webp": "not a picture",
    "2025/team.jpg": whole,
    ".DS_Store": "",
  });
  symlinkSync("gone.jpg", path.join(site.from, "link.jpg"));
  execFileSync("mkfifo", [path.join(site.from, "pipe.jpg")]);

  expect(await site.build()).toMatchObject({ pictures: 1, refused: 7 });
  const again = "; export it again as JPEG or PNG";
  expect(site.log).toEqual([
    "2025: folders are not read here; move its pictures one folder up",
    expect.stringMatching(new RegExp(`^cut\\.jpg: cannot be read as a picture \\(.+\\)${again}$`)),
    expect.stringMatching(new RegExp(`^empty\\.png: cannot be read as a picture \\(.+\\)${again}$`)),
    "good.jpg: 3 variants made",
    "link.jpg: is a link to what is not there; put the file itself here, or remove the link",
    "logo.svg: save it as JPEG, PNG, WebP or AVIF",
    "pipe.jpg: is a pipe, a socket or a device, where a file is read; put the file itself here, or remove it",
    expect.stringMatching(new RegExp(`^text\\.webp: cannot be read as a picture \\(.+\\)${again}$`)),
  ]);
  expect(Object.keys(site.manifest())).toEqual(["good.jpg"]);
});

test("without pictures the manifest is empty", async () => {
  const site = temporarySite({});
  rmSync(site.from, { recursive: true });

  expect(await site.build()).toEqual({ pictures: 0, made: 0, removed: 0, refused: 0 });
  expect(site.manifest()).toEqual({});
});

test("the command sums up what it made", async () => {
  const site = temporarySite({ "a.jpg": await jpeg(20, 10) });

  expect(site.runCommand()).toEqual({
    status: 0,
    stdout: "content/images/a.jpg: 3 variants made\nimages: 1 pictures, 3 variants made, 0 removed, 0 refused\n",
    stderr: "",
  });
});

test("the command names a broken picture by its path and fails", () => {
  const { status, stdout, stderr } = temporarySite({ "broken.jpg": "no picture" }).runCommand();

  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  expect(stdout.trim().split("\n")).toEqual([
    expect.stringMatching(/^content\/images\/broken\.jpg: cannot be read as a picture/),
    "images: 0 pictures, 0 variants made, 0 removed, 1 refused",
  ]);
});

function jpeg(width: number, height: number, background = "#0b6e4f") {
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** A project for one test with the given files in content/images. */
function temporarySite(files: Record<string, string | Uint8Array>) {
  const project = folderForTests();
  const from = path.join(project, "content", "images");
  const to = path.join(project, "public", "images");
  const log: string[] = [];

  mkdirSync(from, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(from, name)), { recursive: true });
    writeFileSync(path.join(from, name), content);
  }

  return {
    from,
    to,
    log,
    build: () => buildImages(from, to, (line) => log.push(line.replace(`${from}${path.sep}`, ""))),
    manifest: (): Record<string, BuiltPicture> => JSON.parse(readFileSync(path.join(to, "manifest.json"), "utf8")),
    read: (file: string) => readFileSync(path.join(to, file)),
    variants() {
      const names = readdirSync(to).filter((name) => name !== "manifest.json");
      return names.map((name) => ({ name, changed: statSync(path.join(to, name)).mtimeMs }));
    },
    runCommand() {
      const command = path.join(import.meta.dirname, "build-images.ts");
      const { status, stdout, stderr } = spawnSync(process.execPath, [command], { cwd: project, encoding: "utf8" });
      return { status, stdout, stderr };
    },
  };
}
