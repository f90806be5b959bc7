import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

test.each([
  ["METATITLE", "metaTitle"],
  ["titel", "title"],
  ["meta-description", "meta_description"],
  ["ttle", "title"],
  ["metatitles", "metaTitle"],
  ["dtae", "date"],
])("%s is taken for %s", (written, meant) => {
  expect(nearest(written, ["metaTitle", "meta_description", "title", "subtitle", "date", "url"])).toBe(meant);
});

test.each([["colour"], ["descriptions"], ["x"], [""]])("%s is taken for nothing", (written) => {
  expect(nearest(written, ["meta_description", "title", "url", "tags"])).toBeUndefined();
});

test("of two words that are close the closest is meant", () => {
  expect(nearest("Services", ["service", "services"])).toBe("services");
});
