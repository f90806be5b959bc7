import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { page } from "#lib/serve/site-for-tests.ts";
import { stripScripts } from "./strip-scripts.ts";

const script = "/_next/static/chunks/forms-1.js";
const data = `<script type="application/ld+json">{"name":"<!-- --> 1"}</script>`;

test("a page without a form loses its scripts, and keeps its data and its words", () => {
  const { html, scripts } = stripScripts(page("An article", { body: data }), script);
  expect(html).toBe(
    `<!DOCTYPE html><html><head><title>An article</title></head><body><h1>An article</h1>${data}</body></html>`,
  );
  expect(scripts).toEqual([]);
});

test.each(["lead", "hours"])("a page with a %s form asks for one script of ours once it is painted", (kind) => {
  const body = `${data}<form method="post" data-${kind}-form="contact" data-words="&gt;"></form>`;
  const { html, scripts } = stripScripts(page("A form", { body }), script);
  const inline = Array.from(html.matchAll(/<script>([\s\S]*?)<\/script>/g), ([, text = ""]) => text);
  expect(inline).toEqual([
    expect.stringMatching(/^addEventListener\("load",.*import\("\/_next\/static\/chunks\/forms-1\.js"\)/),
  ]);
  expect(scripts).toEqual(
    inline.map((text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`),
  );
  expect(html.replace(/<script>.*?<\/script>/, "")).toBe(
    `<!DOCTYPE html><html><head><title>A form</title></head><body><h1>A form</h1>${body}</body></html>`,
  );
});

test("a text that only speaks of such a form brings no script", () => {
  const typed = `<form><textarea>&lt;form data-lead-form="x"></textarea></form><p title="&lt;form data-lead-form">x</p>`;
  expect(stripScripts(page("x", { body: typed }), script).scripts).toEqual([]);
});
