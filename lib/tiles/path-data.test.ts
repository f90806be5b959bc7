import { expect, test } from "vitest";
import { type Edge, edgesOf, type Point } from "./edge.ts";
import { pathData } from "./path-data.ts";

test("pieces of one line and of one circle are drawn in one go", () => {
  expect(pathData(edgesOf("0,0 60,0 60,60 0,60"))).toBe("M0 60v-60h60v60z");
  expect(pathData(edgesOf("30,0,30 60,30,30 30,60,30 0,30,30"))).toBe("M0 30a30 30 0 0 1 60 0a30 30 0 0 1 -60 0z");
});

test("an edge that is lapped under the next colour stays whole where another figure touches it", () => {
  const kite = [line([0, -6], [6, -6])];
  const box = [line([0, 0], [3, 0], true), line([3, 0], [6, 0], true), line([6, 0], [6, 6]), line([6, 6], [0, 0])];
  const restOfKite = [line([6, -6], [3, 0]), line([3, 0], [0, -6])];

  expect(pathData([...kite, ...box, ...restOfKite])).toContain("l2-1 2 0 2 1");
});

function line(from: Point, to: Point, isLapped = false): Edge {
  return { from, to, radius: 0, centre: [0, 0], quarters: 0, isLapped };
}
