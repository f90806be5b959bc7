import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { americas, clients, hubs } from "./americas.ts";

test("the script draws the same map again", () => {
  const file = join(folderForTests(), "americas.ts");

  execFileSync(process.execPath, ["scripts/draw-map.mjs", file]);

  expect(readFileSync(file, "utf8")).toBe(readFileSync("lib/map/americas.ts", "utf8"));
});

test.each([...hubs, ...clients])("$city is inside the frame", ({ x, y }) => {
  const margin = 12;
  expect(x).toBeGreaterThan(margin);
  expect(x).toBeLessThan(americas.width - margin);
  expect(y).toBeGreaterThan(margin);
  expect(y).toBeLessThan(americas.height - margin);
});

test.each(["land", "colombia", "borders"] as const)("%s is drawn with moves and relative lines only", (shape) => {
  expect(americas[shape]).toMatch(/^(M[-.\d ]+l[-.\d ]+z?)+$/);
});

test("no shape fills the whole frame", () => {
  const widths = americas.land.split("M").slice(1).map(widthOf);
  expect(Math.max(...widths)).toBeLessThan(americas.width);
});

const colombian: string[] = ["bogota", "medellin", "cali", "barranquilla", "bucaramanga"];

test.each(hubs.filter(({ city }) => colombian.includes(city)))("$city lies in Colombia", ({ x, y }) => {
  expect(isInside(x, y, pointsOf(americas.colombia.slice(1)))).toBe(true);
});

function widthOf(ring: string): number {
  const xs = pointsOf(ring).map(([x]) => x);
  return Math.max(...xs) - Math.min(...xs);
}

function pointsOf(ring: string): [number, number][] {
  const numbers = Array.from(ring.matchAll(/-?(?:\d+(?:\.\d)?|\.\d)/g), Number);
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < numbers.length; i += 2) {
    x += numbers[i] ?? 0;
    y += numbers[i + 1] ?? 0;
    points.push([x, y]);
  }
  return points;
}

/** A line to the right of a point inside crosses the ring an odd number of times. */
function isInside(x: number, y: number, ring: [number, number][]): boolean {
  const crossings = ring.filter(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
    return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
  });
  return crossings.length % 2 === 1;
}
