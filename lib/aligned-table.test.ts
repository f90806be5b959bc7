import { expect, test } from "vitest";
import { alignedTable } from "./aligned-table.ts";

test("numbers and their heading stand to the right, words to the left, without spaces at the end of a line", () => {
  const table = alignedTable([
    ["page", "ms", "size", "day", "as on"],
    ["home", "7", "12.5 kB", "2026-11-21", "desktop"],
    ["article", "1200", "9 kB", "2026-1-1", "mobile"],
  ]);
  expect(table.split("\n")).toEqual([
    "page       ms     size  day         as on",
    "home        7  12.5 kB  2026-11-21  desktop",
    "article  1200     9 kB  2026-1-1    mobile",
  ]);
});

test("two hundred thousand rows are a table, too", () => {
  const rows = Array.from({ length: 200_000 }, (_, index) => [`${index}`, "x"]);
  expect(alignedTable([["NUMBER", "X"], ...rows]).length).toBeGreaterThan(200_000 * 9);
});
