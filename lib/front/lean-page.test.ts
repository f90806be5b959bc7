import { expect, test } from "vitest";
import { headScript } from "./head-script.ts";
import { clientModules, leanPage, sha256 } from "./lean-page.ts";
import { page } from "./site-for-tests.ts";

const framework = new Set(["1"]);
const data = `<script type="application/ld+json">{"name":"<!-- --> 1"}</script>`;

test("a page without a component of ours loses its scripts, and keeps its data and its words", () => {
  const { html, scripts } = leanPage(page("An article", { body: data }), framework);
  expect(html).toBe(
    `<!DOCTYPE html><html><head><title>An article</title></head><body><h1>An article</h1>${data}</body></html>`,
  );
  expect(scripts).toEqual([]);
});

test("a page with a component of ours keeps its scripts, the inline ones as one with a hash, the others for after the first paint", () => {
  const { html, scripts } = leanPage(page("A form", { module: 7, body: data }), framework);
  const flight = `self.__next_f=self.__next_f||[];self.__next_f.push([1,"2:I[7,[\\"/_next/static/chunks/a.js\\"],\\"default\\"]\\n"])`;
  expect(html).toContain(`<head><script>${headScript}</script>`);
  expect(html).toContain(`<script>${flight}</script>`);
  expect(html).toContain(`<script type="text/plain" data-src="/_next/static/chunks/a.js"></script>`);
  expect(html).not.toMatch(/ src=|preload/);
  expect(scripts).toEqual([headScript, flight].map(sha256));
});

test("a module is found where the flight data is cut in the middle of its row", () => {
  const cut = `<script>self.__next_f.push([1,"1:\\"x\\"\\n3:I[39"])</script><script>self.__next_f.push([1,"756,[]]\\n4:I[\\"b-2\\",[]]"])</script>`;
  expect(clientModules(cut)).toEqual(["39756", '"b-2"']);
});

test("a text that only speaks of modules is none", () => {
  expect(clientModules(page("2:I[9,[],"))).toEqual(["1"]);
});
