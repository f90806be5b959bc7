import { expect, test } from "vitest";
import { currentOf } from "./current-of.ts";

test.each([
  ["the page itself", "/es/hubs", "/es/hubs", "page"],
  ["the page with what was asked of it", "/es/hours", "/es/hours?office=london", "page"],
  ["the list that a page stands in", "/es/hubs", "/es/hubs/cali", "true"],
  ["another page", "/es/hubs", "/es/services", undefined],
  ["a page whose address begins alike", "/es/hub", "/es/hubs", undefined],
] as const)("a link to %s", (_name, href, page, expected) => {
  expect(currentOf(href, page)).toBe(expected);
});
