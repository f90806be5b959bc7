import { expect, test } from "vitest";
import type { Variant } from "./built-picture.ts";
import { plainVariant } from "./plain-variant.ts";

test.each(["jpeg", "png"] as const)("elsewhere a picture is shown as its widest %s", (format) => {
  const variants = [
    variant("avif", 1440),
    variant("webp", 1440),
    variant(format, 480),
    variant(format, 960),
    variant(format, 720),
  ];
  expect(plainVariant({ width: 1440, height: 960, variants })).toEqual(variant(format, 960));
});

test("a picture that comes in new formats alone has none", () => {
  expect(plainVariant({ width: 480, height: 320, variants: [variant("avif", 480)] })).toBeUndefined();
});

function variant(format: Variant["format"], width: number): Variant {
  return { format, width, file: `a-${width}.${format}` };
}
