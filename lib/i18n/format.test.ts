import { expect, test } from "vitest";
import { formatFileSize, formatTime } from "./format.ts";

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

test.each([
  ["00:00", "12:00\u00a0a.m.", "0:00"],
  ["09:00", "9:00\u00a0a.m.", "9:00"],
  ["11:45", "11:45\u00a0a.m.", "11:45"],
  ["12:00", "12:00\u00a0p.m.", "12:00"],
  ["18:30", "6:30\u00a0p.m.", "18:30"],
  ["24:00", "12:00\u00a0a.m.", "24:00"],
])("%s is %s in English and %s in Spanish", (time, english, spanish) => {
  expect(formatTime(time, "en")).toBe(english);
  expect(formatTime(time, "es")).toBe(spanish);
});
