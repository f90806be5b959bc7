import { expect, test } from "vitest";
import { articleForTests } from "#lib/content/kinds/article-for-tests.ts";
import { hiddenMetadata, pageMetadata } from "./page-metadata.ts";

const page = { title: "Our work", description: "What we do.", path: "/en/services", locale: "en" } as const;

test("a page names itself in each language, and English stands for every other language", () => {
  expect(pageMetadata({ ...page, alternates: { en: "/en/services", es: "/es/services" } }).alternates).toMatchObject({
    canonical: "/en/services",
    languages: { en: "/en/services", es: "/es/services", "x-default": "/en/services" },
  });
});

test("a page in one language alone stands for every other language itself, and names no other", () => {
  const { alternates, openGraph } = pageMetadata({ ...page, locale: "es", path: "/es/services" });
  expect(alternates?.languages).toEqual({ es: "/es/services", "x-default": "/es/services" });
  expect(openGraph).toMatchObject({ locale: "es_CO", alternateLocale: [] });
});

test("programs find the feeds of the language and of the category, and the words of an article, a service or a city", () => {
  const { alternates } = pageMetadata({ ...page, path: "/en/blog/a", category: "innovation" });
  expect(alternates?.types).toEqual({
    "application/rss+xml": [
      { url: "/en/feed.xml", title: "DreamCode · Blog" },
      { url: "/en/blog/category/innovation/feed.xml", title: "DreamCode · Innovation" },
    ],
    "application/feed+json": [
      { url: "/en/feed.json", title: "DreamCode · Blog" },
      { url: "/en/blog/category/innovation/feed.json", title: "DreamCode · Innovation" },
    ],
    "text/markdown": "/en/blog/a.md",
  });
  const types = ["/en/hubs/cali", "/en/hubs"].map((path) => pageMetadata({ ...page, path }).alternates?.types);
  expect(types.map((one) => one?.["text/markdown"])).toEqual(["/en/hubs/cali.md", undefined]);
});

test("a message shows the title without the name of the site, which stands beside it", () => {
  const { openGraph, twitter } = pageMetadata({ ...page, alternates: { en: "/en/services", es: "/es/services" } });
  expect(openGraph).toMatchObject({
    type: "website",
    title: "Our work",
    description: "What we do.",
    siteName: "DreamCode",
    url: "/en/services",
    alternateLocale: ["es_CO"],
  });
  expect(twitter).toMatchObject({ card: "summary_large_image", title: "Our work", description: "What we do." });
});

test("an article says when it was written and changed, by whom, and on what", () => {
  const article = articleForTests({
    updated: "2025-05-06",
    authors: ["dreamcode"],
    category: "innovation",
    tags: ["hiring"],
  });
  const { openGraph, robots } = pageMetadata({ ...page, article });
  expect(openGraph).toMatchObject({
    type: "article",
    publishedTime: "2025-04-02T04:00:00-05:00",
    modifiedTime: "2025-05-06T04:00:00-05:00",
    authors: ["http://localhost:3000/en/blog/author/dreamcode"],
    section: "Innovation",
    tags: ["Hiring"],
  });
  expect(robots).toBeUndefined();
});

test.each([{ draft: true }, { date: "2999-01-01" }])(
  "an article that readers do not see is not indexed: %j",
  (change) => {
    expect(pageMetadata({ ...page, article: articleForTests(change) }).robots).toEqual({ index: false });
  },
);

test("of a list that is too short search engines may follow the links alone", () => {
  expect(pageMetadata({ ...page, isIndexed: false }).robots).toEqual({ index: false, follow: true });
  expect(pageMetadata({ ...page, isIndexed: true }).robots).toBeUndefined();
});

test("a page for its reader alone is not indexed and names no address", () => {
  const { openGraph, twitter, ...metadata } = hiddenMetadata({ locale: "en", title: "Thank you" });
  expect(metadata).toEqual({ title: "Thank you", robots: { index: false } });
  expect(Object.keys(openGraph ?? {})).toEqual(["images"]);
});
