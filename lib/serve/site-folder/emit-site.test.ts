import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, onTestFinished, test, vi } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import type { SiteManifest } from "#lib/serve/site-folder/site-manifest.ts";
import { page } from "#lib/serve/site-for-tests.ts";
import { emitSite, type Source } from "./emit-site.ts";

test("pages, texts and pictures are written as they are served, with what the front has to know of them", async () => {
  const { emit } = workshop();
  const { read, manifest } = await emit({
    "/404": page("Not here"),
    "/en/blog/x": page("An article"),
    "/en/contact": page("A form", { body: '<form data-lead-form="contact"></form>' }),
    "/_next/static/chunks/a.css": "a{}",
    "/og.png": "picture",
  });

  expect(manifest.builtFor).toEqual({ siteUrl: "https://www.dreamcode.example", isStaging: false });
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
    ["/en/contact", "text/html; charset=utf-8", true, false, 1],
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

test("of very many new texts some are compressed less until the next build, and then as well as can be", async () => {
  const { emit, cache } = workshop();
  const texts = Array.from({ length: 600 }, (_, index) => [`/${index}.txt`, `text ${index}`] as const);
  const files = { "/404": page("Not here"), ...Object.fromEntries(texts) };

  const { read } = await emit(files);
  expect(texts.map(([path]) => brotliDecompressSync(read(`${path.slice(1)}.br`)).toString())).toEqual(
    texts.map(([, text]) => text),
  );
  expect(readdirSync(cache)).toHaveLength(500);
  await emit(files);
  expect(readdirSync(cache)).toHaveLength(601);
});

test("a picture with its content in its name is not there twice, and is left as it is when the next one replaces it", async () => {
  const { emit } = workshop();
  const { read, sources } = await emit({ "/404": page("Not here"), "/images/x-1a2b.png": "picture" });
  const [, picture] = sources;
  expect(statSync(picture?.from ?? "").nlink).toBe(2);
  rmSync(picture?.from ?? "");
  expect(read("images/x-1a2b.png").toString()).toBe("picture");
});

test("scripts, styles and pictures of former builds stay for a month, for who still has a page of theirs open", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-01T12:00:00Z") });
  onTestFinished(() => void vi.useRealTimers());
  const { emit } = workshop();
  const always = { "/404": page("Not here"), "/_next/static/chunks/a.css": "a{}" };
  const first = await emit({
    ...always,
    "/_next/static/chunks/old.css": "old{}",
    "/images/x-1a2b.png": "x",
    "/b.txt": "b",
  });
  vi.setSystemTime("2026-11-02T12:00:00Z");
  const second = await emit(always, { previous: first });
  expect(second.paths()).toEqual([
    "/404",
    "/_next/static/chunks/a.css",
    "/_next/static/chunks/old.css",
    "/images/x-1a2b.png",
  ]);
  expect(brotliDecompressSync(second.read("_next/static/chunks/old.css.br")).toString()).toBe("old{}");
  expect(second.read("images/x-1a2b.png").toString()).toBe("x");

  vi.setSystemTime("2026-12-02T11:59:59Z");
  const third = await emit(always, { previous: second });
  expect(third.paths()).toContain("/_next/static/chunks/old.css");
  vi.setSystemTime("2026-12-02T12:00:01Z");
  expect((await emit(always, { previous: third })).paths()).toEqual(["/404", "/_next/static/chunks/a.css"]);
});

test("the further pages of a list that became shorter are known from then on, until it has them again", async () => {
  const { emit } = workshop();
  const list = { "/404": page("Not here"), "/en/blog": page("News") };
  const long = await emit({ ...list, "/en/blog/page/2": page("More news") });
  expect(long.manifest.former).toEqual({});
  const short = await emit(list, { previous: long });
  expect((await emit(list, { previous: short })).manifest.former).toEqual({ "/en/blog/page/2": "/en/blog" });
  const again = await emit({ ...list, "/en/blog/page/2": page("More news") }, { previous: short });
  expect(again.manifest.former).toEqual({});
});

test("what was hidden leads to its list also once its file is gone, until something is there again", async () => {
  const { emit } = workshop();
  const list = { "/404": page("Not here"), "/en/blog": page("News") };
  const hiding = await emit(list, { hidden: { "/en/blog/over": "/en/blog" } });
  const gone = await emit(list, { previous: hiding });
  expect((await emit(list, { previous: gone })).manifest.former).toEqual({ "/en/blog/over": "/en/blog" });
  const again = await emit({ ...list, "/en/blog/over": page("Over") }, { previous: gone });
  expect(again.manifest.former).toEqual({});
});

test("a list that has lost its last article leads to the blog, its further pages too", async () => {
  const { emit } = workshop();
  const list = { "/404": page("Not here"), "/en/blog": page("News") };
  const full = await emit({
    ...list,
    "/en/blog/tag/hiring": page("On hiring"),
    "/en/blog/tag/hiring/page/2": page("More on hiring"),
    "/en/services/cloud": page("Cloud"),
  });
  expect((await emit(list, { previous: full })).manifest.former).toEqual({
    "/en/blog/tag/hiring": "/en/blog",
    "/en/blog/tag/hiring/page/2": "/en/blog",
  });
});

test("a file of an unknown kind stops the build", async () => {
  const { emit } = workshop();
  await expect(emit({ "/404": page("Not here"), "/a.exe": "x" })).rejects.toThrow(
    "/a.exe: lib/serve/site-folder/content-type.ts",
  );
});

type Given = { previous?: { folder: string }; hidden?: Record<string, string> };

function workshop() {
  const root = folderForTests();
  const cache = join(root, "cache");
  let sites = 0;
  return {
    cache,
    async emit(files: Record<string, string>, { previous, hidden }: Given = {}) {
      const folder = join(root, `site${sites++}`);
      const sources = Object.entries(files).map(([path, text], index): Source => {
        const from = join(root, `${index}.body`);
        writeFileSync(from, text);
        return { path, from, ...(text.startsWith("<!DOCTYPE") && { type: "text/html; charset=utf-8" }) };
      });
      const builtFor = { siteUrl: "https://www.dreamcode.example", isStaging: false };
      const script = "/_next/static/chunks/forms-1.js";
      await emitSite({ folder, cache, sources, dynamic: [], script, builtFor, hidden, previous: previous?.folder });
      const read = (file: string) => readFileSync(join(folder, file));
      const manifest: SiteManifest = JSON.parse(read("site.json").toString());
      return { folder, read, sources, manifest, paths: () => manifest.files.map(({ path }) => path) };
    },
  };
}
