import { expect, test } from "vitest";
import { formatFileSize } from "./format.ts";

test.each([
  [1, "1 kB", "1 kB"],
  [340_400, "340 kB", "340 kB"],
  [999_499, "999 kB", "999 kB"],
  [999_500, "1 MB", "1 MB"],
  [1_234_567, "1.2 MB", "1,2 MB"],
])("%i bytes are %s in English and %s in Spanish", (bytes, english, spanish) => {
  expect(formatFileSize(bytes, "en")).toBe(english);
  expect(formatFileSize(bytes, "es")).toBe(spanish);
});
