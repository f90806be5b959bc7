import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { locales } from "#lib/i18n/locales.ts";
import { type SitePage, sitePages } from "./site-pages.ts";
import { sitemapFiles } from "./sitemap.ts";

const siteUrl = "https://www.example.com";

test("a page is named with its languages and the day of its last change", async () => {
  const page: SitePage = {
    locale: "es",
    path: "/es/blog/a",
    alternates: { es: "/es/blog/a", en: "/en/blog/b" },
    changed: "2025-04-02",
  };
  const files = sitemapFiles(
    [page, { locale: "en", path: "/en/blog/c&d", alternates: { en: "/en/blog/c&d" } }],
    10,
    siteUrl,
  );
  const xml = files.get("/sitemap.xml") ?? "";

  expect([...files.keys()]).toEqual(["/sitemap.xml"]);
  expect(xml).toContain(
    "<loc>https://www.example.com/es/blog/a</loc><lastmod>2025-04-02</lastmod>" +
      '<xhtml:link rel="alternate" hreflang="es" href="https://www.example.com/es/blog/a"></xhtml:link>' +
      '<xhtml:link rel="alternate" hreflang="en" href="https://www.example.com/en/blog/b"></xhtml:link>' +
      '<xhtml:link rel="alternate" hreflang="x-default" href="https://www.example.com/en/blog/b"></xhtml:link>',
  );
  expect(xml).toContain("<url><loc>https://www.example.com/en/blog/c&#x26;d</loc></url>");
  expect(await faultsOf(xml)).toEqual([]);
});

test("above the limit the sitemap is an index of parts, and each is valid", async () => {
  const pages = Array.from(
    { length: 5 },
    (_, index): SitePage => ({ locale: "en", path: `/en/${index}`, alternates: {} }),
  );
  const files = sitemapFiles(pages, 2, siteUrl);

  expect([...files.keys()]).toEqual(["/sitemap.xml", "/sitemap/1.xml", "/sitemap/2.xml", "/sitemap/3.xml"]);
  expect(files.get("/sitemap.xml")).toContain("<sitemap><loc>https://www.example.com/sitemap/3.xml</loc></sitemap>");
  expect(files.get("/sitemap/3.xml")?.match(/<loc>/g)).toHaveLength(1);
  for (const xml of files.values()) expect(await faultsOf(xml)).toEqual([]);
});

test("fifty thousand addresses stay in one file", () => {
  const pages = Array.from(
    { length: 50_001 },
    (_, index): SitePage => ({ locale: "en", path: `/en/${index}`, alternates: {} }),
  );
  expect(sitemapFiles(pages.slice(1), undefined, siteUrl).size).toBe(1);
  expect(sitemapFiles(pages, undefined, siteUrl).size).toBe(3);
});

test("an article changed on the day it says, a list with the newest of its articles, and drafts are left out", () => {
  const root = temporaryContent({
    "en/blog/a.md": post({ url: "a", date: "April 02, 2025", updated: "2025-06-01" }),
    "en/blog/b.md": post({ url: "b", date: "2025-05-01" }),
    "es/blog/b.md": post({ url: "be", date: "2025-05-01" }),
  });
  const pages = sitePages("en", root);
  const at = (path: string) => pages.find((page) => page.path === path);

  expect(at("/en/blog/a")).toMatchObject({ changed: "2025-06-01", alternates: { en: "/en/blog/a" } });
  expect(at("/en/blog/b")).toMatchObject({
    changed: "2025-05-01",
    alternates: { en: "/en/blog/b", es: "/es/blog/be" },
  });
  expect(at("/en/blog")).toMatchObject({ changed: "2025-06-01", alternates: { en: "/en/blog", es: "/es/blog" } });
  expect(at("/en/services")).toEqual({
    locale: "en",
    path: "/en/services",
    alternates: { en: "/en/services", es: "/es/services" },
  });
});

test("every page of the site is named once, and each pair of languages points back", async () => {
  const pages = locales.flatMap((locale) => sitePages(locale));
  const byPath = new Map(pages.map((page) => [page.path, page]));
  expect(byPath.size).toBe(pages.length);
  for (const { alternates } of pages) {
    for (const path of Object.values(alternates)) expect(byPath.get(path)?.alternates).toEqual(alternates);
  }
  expect(await faultsOf(sitemapFiles().get("/sitemap.xml") ?? "")).toEqual([]);
});

async function faultsOf(xml: string) {
  const schema = ["sitemap.xsd", "sitemap-links.xsd"].map((fileName) => ({
    fileName,
    contents: readFileSync(new URL(fileName, import.meta.url), "utf8"),
  }));
  const [main, ...preload] = schema;
  const { errors } = await validateXML({
    xml: [{ fileName: "sitemap.xml", contents: xml }],
    schema: main ?? "",
    preload,
  });
  return errors.map(({ message }) => message);
}
