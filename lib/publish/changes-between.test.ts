import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { changesBetween } from "./changes-between.ts";

test("what is new, changed and gone is told by address, of pages alone, and not of drafts", () => {
  const draft = "/en/preview/0123456789abcdef0123456789abcdef";
  const before = release({
    "/en": "1",
    "/en/a": "1",
    "/en/old": "1",
    "/en/at/x": "1",
    "/en/feed.xml": "1",
    [draft]: "1",
  });
  const now = release({ "/en": "1", "/en/a": "2", "/en/new": "1", "/en/at/x": "2", "/en/feed.xml": "2", [draft]: "2" });
  expect(changesBetween(before, now)).toEqual(["new: /en/new", "changed: /en/a", "gone: /en/old"]);
  expect(changesBetween(now, now)).toEqual([]);
});

test("of very many the first twenty are named", () => {
  const pages = Array.from({ length: 25 }, (_, index) => [`/en/${index + 10}`, "1"]);
  const [line = ""] = changesBetween(release({}), release(Object.fromEntries(pages)));
  expect(line.split(", ")).toHaveLength(20);
  expect(line).toMatch(/ and 5 more$/);
});

function release(pages: Record<string, string>): string {
  const folder = folderForTests();
  mkdirSync(join(folder, ".next/site"), { recursive: true });
  const files = Object.entries(pages).map(([path, etag]) => ({
    path,
    etag,
    type: path.endsWith(".xml") ? "application/rss+xml" : "text/html; charset=utf-8",
  }));
  writeFileSync(join(folder, ".next/site/site.json"), JSON.stringify({ files }));
  return folder;
}
