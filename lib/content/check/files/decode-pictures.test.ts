import { crc32 } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { decodePictures } from "./decode-pictures.ts";

test("a picture that a page would blow up is a warning, whichever way its camera was held", async () => {
  const root = temporaryContent({
    "images/logo.png": await picture(300, 900),
    "images/right.png": await picture(640, 100),
    "images/turned.jpg": await sharp({ create: { width: 900, height: 320, channels: 3, background: "red" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
    "images/broken.jpg": "no picture",
  });
  const advice = "pixels wide and shown up to 640 wide, which blurs it; export it wider, at best 1440";
  expect((await decodePictures(root)).map(problemLine)).toEqual([
    `content/images/logo.png:1:1 picture: warning: is 300 ${advice}`,
    `content/images/turned.jpg:1:1 picture: warning: is 320 ${advice}`,
  ]);
});

test("a picture that is too tall to be written in the widths that pages show is an error, and one that just fits is none", async () => {
  const root = temporaryContent({
    "images/a-fits.png": await picture(700, 16_383),
    "images/b-too-tall.png": await picture(700, 16_384),
    "images/c-narrower.png": await picture(1450, 16_497),
    "images/d-too-tall.png": await picture(1450, 16_498),
    // Of one that is hardly wider than 960 no copy of its own is made.
    "images/e-fits.png": await picture(1000, 17_000),
  });
  const rest = "no more than 16383 can be written; cut it into several";
  expect((await decodePictures(root)).map(problemLine)).toEqual([
    `content/images/b-too-tall.png:1:1 picture: is 16384 pixels tall, and at 700 wide it would be 16384: ${rest}`,
    `content/images/d-too-tall.png:1:1 picture: is 16498 pixels tall, and at 1440 wide it would be 16384: ${rest}`,
  ]);
});

test("a picture above 20 MB is a warning", () => {
  const start = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
  const root = temporaryContent({
    "images/large.jpg": Buffer.concat([start, Buffer.alloc(24_000_000)]),
    "images/fair.jpg": Buffer.concat([start, Buffer.alloc(19_000_000)]),
  });
  expect(checkContent(root).warnings.map(problemLine)).toEqual([
    "content/images/large.jpg:1:1 picture: warning: has 24 MB, which every copy of the content carries; export it smaller, 1440 pixels wide",
  ]);
});

test.each(["jpeg", "png", "webp", "avif"] as const)(
  "a %s that is cut short is an error, as it is for the build",
  async (format) => {
    const whole = await sharp(await picture(900, 600))
      .toFormat(format)
      .toBuffer();
    const root = temporaryContent({
      [`images/cut.${format}`]: whole.subarray(0, whole.length * 0.8),
      [`images/whole.${format}`]: whole,
    });
    expect((await decodePictures(root)).map(problemLine)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^content/images/cut.${format}:1:1 picture: cannot be read as a picture \\((?!.*whole).+\\); export it again as JPEG or PNG$`,
        ),
      ),
    ]);
  },
);

test("a picture with more pixels than can be read is told its limit", async () => {
  const huge = await picture(700, 700);
  // Width, height and checksum of the first chunk (PNG, 11.2.1).
  huge.writeUInt32BE(17_000, 16);
  huge.writeUInt32BE(17_000, 20);
  huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);
  const root = temporaryContent({ "images/huge.png": huge });
  expect((await decodePictures(root)).map(problemLine)).toEqual([
    "content/images/huge.png:1:1 picture: has more than 268 million pixels; export it smaller, at best 1440 wide",
  ]);
});

test("of a JPEG that is large the last lines are read, too", async () => {
  const whole = await sharp(await picture(1600, 900))
    .jpeg()
    .toBuffer();
  const root = temporaryContent({ "images/cut.jpg": whole.subarray(0, -2) });
  expect(await decodePictures(root)).toMatchObject([{ severity: "error", file: "content/images/cut.jpg" }]);
});

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: "red" } })
    .png()
    .toBuffer();
}
