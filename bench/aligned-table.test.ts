import { expect, test } from "vitest";
import { alignedTable } from "./aligned-table.ts";

test("numbers and their heading stand to the right, words to the left, without spaces at the end of a line", () => {
  const table = alignedTable([
    ["page", "ms", "as on"],
    ["home", "7", "desktop"],
    ["article", "1200", "mobile"],
  ]);
  expect(table.split("\n")).toEqual(["page       ms  as on", "home        7  desktop", "article  1200  mobile"]);
});
