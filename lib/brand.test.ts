import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { brand } from "./brand.ts";
import { brandCss } from "./brand-css.ts";
import { brandSvg } from "./brand-svg.ts";

const written = ["app/brand.css", "app/icon.svg"];

test("a color of the brand and the mark stand in its module, and in what is written from it", () => {
  const files = globSync("{app,components,content,lib,scripts}/**/*.{ts,tsx,css,mjs,js,svg,html}");
  expect(files.length).toBeGreaterThan(500);
  const { light, dark, bracket, gold, ink, emerald, clay, mist } = brand;
  const own: string[] = [bracket, gold, ink, emerald, clay, mist, ...Object.values({ ...light, ...dark })];
  const marks = own.filter((mark) => mark !== brand.white);
  const elsewhere = files
    .filter((file) => !["lib/brand.ts", ...written].includes(file) && !file.includes(".test."))
    .filter((file) => {
      const text = readFileSync(file, "utf8").toLowerCase();
      return marks.some((mark) => text.includes(mark.toLowerCase()));
    });
  expect(elsewhere).toEqual([]);
});

test("what npm run brand writes is as the module says", () => {
  expect(written.map((file) => readFileSync(file, "utf8"))).toEqual([brandCss(), `${brandSvg()}\n`]);
});
