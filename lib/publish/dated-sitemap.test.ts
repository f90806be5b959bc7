import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { page } from "#lib/serve/site-for-tests.ts";
import { datedSitemap } from "./dated-sitemap.ts";
import { writePageTexts } from "./page-texts.ts";

test("the sitemap takes the place of the one that Next made, with the day on which each page was changed", () => {
  vi.stubEnv("RELEASE_BEGAN", "2026-11-29T12:00:00Z");
  onTestFinished(() => void vi.unstubAllEnvs());
  const folder = folderForTests();
  const from = join(folder, "services.html");
  writeFileSync(from, page("Services", { body: "<main>Five services</main>" }));
  const made = [
    { path: "/en/services", from },
    { path: "/sitemap.xml", from },
  ];
  const first = datedSitemap(made, undefined);
  expect(mapIn(first)).toContain("/en/services</loc><xhtml:link");

  writePageTexts(folder, first.texts);
  writeFileSync(from, page("Services", { body: "<main>Six services</main>" }));
  const second = datedSitemap(made, folder);
  expect(second.sources).toHaveLength(2);
  expect(mapIn(second)).toContain("/en/services</loc><lastmod>2026-11-29</lastmod>");
});

test("a page that is kept from the release before is not read again, and keeps its day", () => {
  const folder = folderForTests();
  writePageTexts(folder, { "/en/services": { text: "a hash", changed: "2026-11-02" } });
  const kept = {
    path: "/en/services",
    file: "gone.html",
    type: "text/html",
    isText: true,
    isImmutable: false,
    etag: "a",
  };
  expect(mapIn(datedSitemap([{ kept }], folder))).toContain("/en/services</loc><lastmod>2026-11-02</lastmod>");
});

function mapIn({ sources }: ReturnType<typeof datedSitemap>): string {
  const map = sources.find((source) => "path" in source && source.path === "/sitemap.xml");
  return map && "from" in map ? String(map.from) : "";
}
