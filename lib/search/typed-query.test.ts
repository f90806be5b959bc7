import { expect, test } from "vitest";
import { typedQuery } from "./typed-query.ts";

test.each([
  ["  react  native ", "react native", false],
  ["a\u0000b\u202Ec", "a b c", false],
  ["🦜".repeat(200), "🦜".repeat(100), true],
  ["", "", false],
])("of %j what counts is %j", (typed, query, isCut) => {
  expect(typedQuery(typed)).toEqual({ query, isCut });
});
