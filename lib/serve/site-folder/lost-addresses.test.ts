import { extname } from "node:path";
import { expect, test } from "vitest";
import { lostAddresses } from "./lost-addresses.ts";
import type { SiteFile, SiteManifest } from "./site-manifest.ts";

test.each([
  ["the one that is new in the same place", ["/en/blog/a"], ["/en/blog/b"], "/en/blog/b"],
  [
    "of several the one that is spelled like it",
    ["/en/blog/cloud"],
    ["/en/blog/x", "/en/blog/clouds"],
    "/en/blog/clouds",
  ],
  ["the file that is new, when it is a download", ["/files/guide-1.pdf"], ["/files/guide-2.pdf"], "/files/guide-2.pdf"],
  ["none in another language or another kind", ["/en/blog/a"], ["/es/blog/b", "/en/services/b"], undefined],
])("a page that is gone is named with %s", (_what, before, now, meant) => {
  expect(lostAddresses(site(["/en", ...before]), site(["/en", ...now]), new Map())).toEqual([
    { address: before[0], meant },
  ]);
});

test("what is redirected is not lost, and neither are a list without articles, a further page of one, a picture and what has no address of its own", () => {
  const before = [
    "/en/blog/moved",
    "/en/blog/page/2",
    "/en/blog/tag/hiring/page/3",
    "/es/blog/category/support",
    "/en/blog/author/ana",
    "/images/a-1a2b.webp",
    "/en/error/broken",
    "/404",
    "/en/blog/a/markdown",
    "/en/preview/0123456789abcdef0123456789abcdef",
  ];
  expect(lostAddresses(site(before), site([]), new Map([["/en/blog/moved", "/en/blog"]]))).toEqual([]);
});

function site(paths: string[]): SiteManifest {
  const files = paths.map((path): SiteFile => {
    const types: Record<string, string> = { ".webp": "image/webp", ".pdf": "application/pdf" };
    const type = types[extname(path)] ?? "text/html; charset=utf-8";
    const markdown = path.endsWith("/markdown") && { type: "text/markdown; charset=utf-8" };
    return { path, file: path, type, isText: true, isImmutable: false, etag: path, ...markdown };
  });
  const builtFor = { siteUrl: "https://www.dreamcode.example", isStaging: false };
  return { files, dynamic: [], script: "", builtFor };
}
