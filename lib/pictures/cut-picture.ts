import sharp, { type Sharp } from "sharp";
import type { Focus } from "#lib/content/source/focus.ts";

/** A picture that fills a frame, cut around its focus as browsers do with `object-fit: cover` and `object-position`. */
export async function cutPicture(
  file: string | Buffer,
  { width, height }: { width: number; height: number },
  { x, y }: Focus = { x: 50, y: 50 },
): Promise<Sharp> {
  const original = await sharp(file).metadata();
  const scale = Math.max(width / original.width, height / original.height);
  const whole = { width: Math.ceil(original.width * scale), height: Math.ceil(original.height * scale) };
  const left = Math.round(((whole.width - width) * x) / 100);
  const top = Math.round(((whole.height - height) * y) / 100);
  return sharp(file)
    .resize({ ...whole, fit: "fill" })
    .extract({ left, top, width, height });
}
