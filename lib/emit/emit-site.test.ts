import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { page } from "#lib/front/site-for-tests.ts";
import type { SiteManifest } from "#lib/front/site-manifest.ts";
import { emitSite, type Source } from "./emit-site.ts";

test("pages, texts and pictures are written as they are served, with what the front has to know of them", async () => {
  const { emit } = workshop();
  const { read, manifest } = await emit({
    "/404": page("Not here"),
    "/en/blog/x": page("An article"),
    "/en/contact": page("A form", { module: 7 }),
    "/_next/static/chunks/a.css": "a{}",
    "/og.png": "picture",
  });

  expect(
    manifest.files.map(({ path, type, isText, isImmutable, scripts }) => [
      path,
      type,
      isText,
      isImmutable,
      scripts?.length,
    ]),
  ).toEqual([
    ["/404", "text/html; charset=utf-8", true, false, 0],
    ["/_next/static/chunks/a.css", "text/css; charset=utf-8", true, true, undefined],
    ["/en/blog/x", "text/html; charset=utf-8", true, false, 0],
    ["/en/contact", "text/html; charset=utf-8", true, false, 2],
    ["/og.png", "image/png", false, false, undefined],
  ]);
  const article = read("en/blog/x.html");
  expect(article.toString()).not.toContain("<script");
  expect(brotliDecompressSync(read("en/blog/x.html.br"))).toEqual(article);
  expect(gunzipSync(read("en/blog/x.html.gz"))).toEqual(article);
  expect(read("og.png").toString()).toBe("picture");
});

test("what did not change is not compressed again, and what is gone is not kept", async () => {
  const { emit, cache } = workshop();
  await emit({ "/404": page("Not here"), "/a.txt": "a", "/b.txt": "b" });
  const [kept] = readdirSync(cache).filter(
    (name) => brotliDecompressSync(readFileSync(join(cache, name))).toString() === "a",
  );
  writeFileSync(join(cache, kept ?? ""), "from the cache");

  const { read } = await emit({ "/404": page("Not here"), "/a.txt": "a", "/c.txt": "c" });
  expect(read("a.txt.br").toString()).toBe("from the cache");
  expect(readdirSync(cache)).toHaveLength(3);
});

test("a file of an unknown kind stops the build", async () => {
  const { emit } = workshop();
  await expect(emit({ "/404": page("Not here"), "/a.exe": "x" })).rejects.toThrow("/a.exe: lib/emit/content-type.ts");
});

function workshop() {
  const root = mkdtempSync(join(tmpdir(), "dreamcode-emit-"));
  const folder = join(root, "site");
  const cache = join(root, "cache");
  return {
    cache,
    async emit(files: Record<string, string>) {
      const sources = Object.entries(files).map(([path, text], index): Source => {
        const from = join(root, `${index}.body`);
        writeFileSync(from, text);
        return { path, from, ...(text.startsWith("<!DOCTYPE") && { type: "text/html; charset=utf-8" }) };
      });
      await emitSite({ folder, cache, sources, dynamic: [], actions: [] });
      const read = (file: string) => readFileSync(join(folder, file));
      return { read, manifest: JSON.parse(read("site.json").toString()) as SiteManifest };
    },
  };
}
