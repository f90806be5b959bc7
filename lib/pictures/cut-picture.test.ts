import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { cutPicture } from "./cut-picture.ts";

const frame = { width: 10, height: 20 };

test.each([
  ["the left", { x: 0, y: 50 }, "red"],
  ["the middle", { x: 50, y: 50 }, "green"],
  ["the right", { x: 100, y: 0 }, "blue"],
  ["nothing said", undefined, "green"],
])("a wide picture in a tall frame keeps %s", async (_name, focus, color) => {
  const picture = await bands(60, 20, "row");
  expect(await middleOf(await cutPicture(picture, frame, focus))).toBe(color);
});

test("a tall picture in a wide frame keeps its top", async () => {
  const picture = await bands(20, 60, "column");
  expect(await middleOf(await cutPicture(picture, { width: 20, height: 10 }, { x: 50, y: 0 }))).toBe("red");
});

test.each([
  [7, 3],
  [3, 7],
  [200, 199],
])("a picture of %i × %i fills the frame, whatever its proportions", async (width, height) => {
  const picture = await bands(width, height, "row");
  const { info } = await (await cutPicture(picture, frame, { x: 100, y: 100 })).toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject(frame);
});

/** Red, green and blue, side by side or one above the other. */
async function bands(width: number, height: number, direction: "row" | "column"): Promise<Buffer> {
  const offset = (index: number) => Math.floor(((direction === "row" ? width : height) * index) / 3);
  const band = (background: string) => ({ create: { width, height, channels: 3 as const, background } });
  return sharp(band("#f00"))
    .composite(
      ["#0f0", "#00f"].map((color, index) => ({
        input: band(color),
        left: direction === "row" ? offset(index + 1) : 0,
        top: direction === "column" ? offset(index + 1) : 0,
      })),
    )
    .png()
    .toBuffer();
}

async function middleOf(picture: Sharp): Promise<string> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const middle = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels;
  const [red = 0, green = 0, blue = 0] = data.subarray(middle, middle + 3);
  if (red > 200) return "red";
  if (green > 200) return "green";
  return blue > 200 ? "blue" : "none of them";
}
