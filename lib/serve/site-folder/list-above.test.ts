import { expect, test } from "vitest";
import { listAbove } from "./list-above.ts";

test.each([
  ["/en/blog/page/2", "/en/blog"],
  ["/es/blog/tag/hiring/page/3", "/es/blog/tag/hiring"],
  ["/en/blog/category/support", "/en/blog"],
  ["/en/blog/category/support/feed.xml", "/en/feed.xml"],
  ["/es/blog/category/support/feed.json", "/es/feed.json"],
  ["/en/blog/category", undefined],
  ["/en/blog/an-article", undefined],
  ["/en/feed.xml", undefined],
])("once %s is gone, it leads to %s", (path, list) => {
  expect(listAbove(path)).toBe(list);
});
