import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import jsonld from "jsonld";
import ogs from "open-graph-scraper";
import Parser from "rss-parser";
import { pagesOnTheWay } from "./support/addresses.ts";
import { publicPages } from "./support/public-pages.ts";
import type { Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

const article = "/blog/latin-american-tech-hubs";

test("every page says what it is, once: its address, title, words and picture, as a reader of Open Graph finds them", async ({
  site,
}) => {
  const pages = await publicPages(site);
  expect(pages.length).toBeGreaterThan(80);
  const titles = new Map<string, string>();
  const descriptions = new Map<string, string>();

  for (const { path, html } of pages) {
    const { error, result } = await ogs({ html });
    expect(error, path).toBe(false);
    const lang = path.slice(1, 3);
    const canonical = linksOf(html).find(({ rel }) => rel === "canonical")?.href ?? "";
    expect(new URL(canonical).pathname, path).toBe(path);
    expect(result.ogUrl, path).toBe(canonical);
    expect(result.ogTitle, path).toBeTruthy();
    expect(result.ogDescription, path).toBe(tagOf(html, "description"));
    expect(result.twitterTitle, path).toBe(result.ogTitle);
    expect(result.twitterCard, path).toBe("summary_large_image");
    expect(result.ogSiteName, path).toBe("DreamCode");
    expect(result.ogLocale, path).toBe(lang === "en" ? "en_US" : "es_CO");
    expect(result.ogImage?.[0], path).toMatchObject({ width: "1200", height: "630", type: "image/png" });
    expect(tagOf(html, "robots"), path).toBe("max-image-preview:large");

    const title = `${lang} ${/<title>([^<]*)<\/title>/.exec(html)?.[1]}`;
    const description = `${lang} ${tagOf(html, "description")}`;
    expect(titles.get(title), `the title of ${path}, also of`).toBeUndefined();
    expect(tagOf(html, "description")?.length, path).toBeGreaterThanOrEqual(50);
    expect(tagOf(html, "description")?.length, path).toBeLessThanOrEqual(160);
    expect(descriptions.get(description), `the description of ${path}, also of`).toBeUndefined();
    titles.set(title, path);
    descriptions.set(description, path);
  }
});

test("a site that serves pages which name another address says so, loudly", async ({ openSite }) => {
  expect((await openSite()).log()).toMatch(
    /The pages were built with SITE_URL=\S+, and this is http:\/\/127\.0\.0\.1:\d+/,
  );
});

test("the languages of every page point back to it", async ({ site }) => {
  const pages = await publicPages(site);
  const languages = new Map(pages.map(({ path, html }) => [path, alternatesOf(html)]));
  for (const [path, alternates] of languages) {
    expect(alternates[path.slice(1, 3)], path).toBe(path);
    expect(alternates["x-default"], path).toBe(alternates.en ?? path);
    for (const other of Object.values(alternates))
      expect(languages.get(other), `${path} → ${other}`).toEqual(alternates);
  }
});

test("an article says when it was written, by whom and on what", async ({ site }) => {
  const html = await textAt(site, `/en${article}`);
  const { result } = await ogs({ html });
  expect(result.ogType).toBe("article");
  expect(result.articlePublishedTime).toMatch(/^20\d\d-\d\d-\d\dT04:00:00-05:00$/);
  expect(result.articleAuthor).toMatch(/^http.*\/en\/blog\/author\/dreamcode$/);
  expect(result.articleSection).toBe("Tech hubs");
  expect(html).toContain('property="article:tag"');
});

for (const lang of ["en", "es"]) {
  for (const [kind, address] of pagesOnTheWay.filter(([, address]) => /received|search/.test(address))) {
    test(`${kind} in ${lang} is not for search engines`, async ({ site }) => {
      expect(tagOf(await textAt(site, `/${lang}${address}`), "robots")).toBe("noindex");
    });
  }
}

test("the cities in another order, and the hours of an office, are to search engines the page that they are a view of", async ({
  site,
}) => {
  for (const [view, page] of [
    ["/es/hubs/by/population", "/es/hubs"],
    ["/en/hours?office=toronto", "/en/hours"],
  ] as const) {
    const canonical = linksOf(await textAt(site, view)).find(({ rel }) => rel === "canonical")?.href;
    expect(new URL(canonical ?? "").pathname, view).toBe(page);
    expect(canonical, view).not.toContain("?");
  }
});

/** What Google asks for, by type, and what we promise to say. */
const required: Record<string, string[]> = {
  Organization: ["name", "url"],
  AboutPage: ["name", "mainEntity"],
  City: ["name", "containedInPlace"],
  WebSite: ["name", "url", "potentialAction"],
  SearchAction: ["target", "query-input"],
  BlogPosting: ["headline", "image", "datePublished", "dateModified", "author", "publisher", "inLanguage"],
  BreadcrumbList: ["itemListElement"],
  ItemList: ["itemListElement", "numberOfItems"],
  Service: ["name", "description", "provider", "url"],
  FAQPage: ["mainEntity"],
  Question: ["name", "acceptedAnswer"],
  Answer: ["text"],
};

test("what pages say for machines can be read as JSON-LD, whole, and the page shows it", async ({ site }) => {
  const seen = new Set<string>();
  for (const { path, html } of await publicPages(site)) {
    const shown = visibleText(html);
    for (const [, json = ""] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      const data = JSON.parse(json);
      expect(data["@context"], path).toBe("https://schema.org");
      // The vocabulary without the network: every term is one of schema.org's.
      const nodes = [await jsonld.flatten({ ...data, "@context": { "@vocab": "https://schema.org/" } })].flat();
      for (const node of nodes) {
        for (const type of [node["@type"] ?? []]
          .flat()
          .map((type) => String(type).replace("https://schema.org/", ""))) {
          seen.add(type);
          const missing = (required[type] ?? []).filter((name) => !(`https://schema.org/${name}` in node));
          expect(missing, `${path}: ${type}`).toEqual([]);
        }
      }
      for (const { headline, name, mainEntity = [], datePublished, dateModified } of data["@graph"]) {
        if (headline) {
          expect(shown, path).toContain(headline);
          for (const date of [datePublished, dateModified]) expect(date, path).toMatch(/^\d{4}-\d\d-\d\dT.*-05:00$/);
        }
        if (name) expect(shown, path).toContain(name);
        for (const { name, acceptedAnswer } of [mainEntity].flat()) {
          expect(shown, path).toContain(name);
          if (acceptedAnswer) expect(shown, path).toContain(acceptedAnswer.text);
        }
      }
    }
  }
  expect(Object.keys(required).filter((type) => !seen.has(type))).toEqual([]);
});

test("every page is valid HTML", async ({ site }) => {
  const validator = new HtmlValidate(
    new FileSystemConfigLoader({
      root: true,
      extends: ["html-validate:standard"],
      rules: {},
    }),
  );
  const faults: string[] = [];
  for (const { path, html } of await publicPages(site)) {
    const { results } = await validator.validateString(html, `${path}.html`);
    for (const { line, column, ruleId, message } of results.flatMap(({ messages }) => messages)) {
      faults.push(`${path}:${line}:${column} ${ruleId}: ${message}`);
    }
  }
  expect(faults).toEqual([]);
});

for (const lang of ["en", "es"]) {
  for (const [name, address] of [
    ["the feed", "/feed.xml"],
    ["the feed of a category", "/blog/category/tech-hubs/feed.xml"],
  ] as const) {
    test(`${name} in ${lang} is read by a feed reader, whole`, async ({ site }) => {
      const answer = await fetch(`${site.url}/${lang}${address}`);
      expect(answer.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
      const feed = await new Parser().parseString(await answer.text());

      expect(feed.title).toContain("DreamCode");
      expect(feed.language).toBe(lang);
      expect(feed.items.length).toBeGreaterThan(0);
      for (const { title, link, guid, isoDate, enclosure, creator, ...item } of feed.items) {
        const { pathname } = new URL(link ?? "");
        const page = await textAt(site, pathname);
        expect(visibleText(page)).toContain(title);
        expect(guid).toMatch(new RegExp(`^${lang}/blog/`));
        expect(isoDate).toMatch(/T09:00:00\.000Z$/);
        expect(creator).toBe("DreamCode");
        const content = String(item["content:encoded"]);
        expect(content.length).toBeGreaterThan(1500);
        expect(content).not.toMatch(/<dc-|(href|src)="[/#]/);
        const picture = await fetch(site.url + new URL(enclosure?.url ?? "").pathname);
        expect(Number(enclosure?.length)).toBe((await picture.arrayBuffer()).byteLength);
      }
    });
  }

  test(`the feed in ${lang} is found from every page, and not sent again to a reader that has it`, async ({ site }) => {
    const alternates = linksOf(await textAt(site, `/${lang}/services`)).filter(
      ({ rel, type }) => rel === "alternate" && type,
    );
    expect(alternates.map(({ type, href = "" }) => `${type} ${new URL(href).pathname}`)).toEqual([
      `application/rss+xml /${lang}/feed.xml`,
      `application/feed+json /${lang}/feed.json`,
    ]);
    const first = await fetch(`${site.url}/${lang}/feed.xml`);
    const etag = first.headers.get("etag") ?? "";
    const again = await fetch(`${site.url}/${lang}/feed.xml`, { headers: { "if-none-match": etag } });
    expect(etag).not.toBe("");
    expect(again.status).toBe(304);
  });

  test(`an article, a service and a city in ${lang} stand at their address and .md as Markdown`, async ({ site }) => {
    for (const page of [article, "/services/cloud", "/hubs/cordoba"]) {
      const answer = await fetch(`${site.url}/${lang}${page}.md`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
      expect(answer.headers.get("link")).toContain(`/${lang}${page}>; rel="canonical"`);
      const text = await answer.text();
      expect(text).toMatch(/^# .+\n\n> .+\n\n/);
      expect(text).toContain(page === article ? "| " : "- **");
      expect(text).not.toMatch(/<(?!http)\w|\]\(\//);
    }
    expect((await fetch(`${site.url}/${lang}/hubs/nope.md`)).status).toBe(404);
  });
}

test("the feed of a category is there as JSON, too", async ({ site }) => {
  const answer = await fetch(`${site.url}/es/blog/category/innovation/feed.json`);
  expect(answer.status).toBe(200);
  const { feed_url, items } = await answer.json();
  expect(new URL(feed_url).pathname).toBe("/es/blog/category/innovation/feed.json");
  expect(items.length).toBeGreaterThan(0);
});

test("the feed is there as JSON, too", async ({ site }) => {
  const answer = await fetch(`${site.url}/es/feed.json`);
  expect(answer.headers.get("content-type")).toContain("application/feed+json");
  const feed = await answer.json();
  expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
  expect(feed.items[0]).toMatchObject({ language: "es", authors: [{ name: "DreamCode" }] });
  expect(feed.items[0].content_html.length).toBeGreaterThan(1500);
});

test("search engines are told where the pages are, and language models which to read", async ({ site }) => {
  const robots = await textAt(site, "/robots.txt");
  expect(robots).toMatch(/User-Agent: \*\nAllow: \/\nDisallow: \/api\/\n\nSitemap: http.*\/sitemap\.xml/);
  const list = await textAt(site, "/llms.txt");
  expect(list).toMatch(/^# DreamCode\n\n> /);
  for (const [, address = ""] of list.matchAll(/\]\((http[^)]+)\)/g)) {
    expect((await fetch(site.url + new URL(address).pathname)).status, address).toBe(200);
  }
});

for (const [old, now] of [
  ["/staff-augmentation", "/en/services/staff-augmentation"],
  ["/en/staff-augmentation?utm_source=x", "/en/services/staff-augmentation?utm_source=x"],
  ["/es/staff-augmentation/", "/es/services/staff-augmentation"],
] as const) {
  test(`the old address ${old} leads to ${now} in one step`, async ({ site }) => {
    const answer = await fetch(site.url + old, { redirect: "manual" });
    expect(answer.status).toBe(308);
    expect(answer.headers.get("location")).toBe(now);
    expect((await fetch(site.url + now, { redirect: "manual" })).status).toBe(200);
  });
}

async function textAt(site: Site, address: string): Promise<string> {
  return (await fetch(site.url + address)).text();
}

function attributesOf(tag: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(tag.matchAll(/([\w:-]+)="([^"]*)"/g), ([, name = "", value = ""]) => [name.toLowerCase(), plain(value)]),
  );
}

function linksOf(html: string) {
  return Array.from(html.matchAll(/<link [^>]*>/g), ([tag]) => attributesOf(tag));
}

function alternatesOf(html: string): Record<string, string> {
  const links = linksOf(html).filter(({ rel, hreflang }) => rel === "alternate" && hreflang);
  return Object.fromEntries(links.map(({ hreflang = "", href = "" }) => [hreflang, new URL(href).pathname]));
}

function tagOf(html: string, name: string): string | undefined {
  return Array.from(html.matchAll(/<meta [^>]*>/g), ([tag]) => attributesOf(tag)).find((tag) => tag.name === name)
    ?.content;
}

/** The words of a page, without marks, as a reader sees them. */
function visibleText(html: string): string {
  const [, body = ""] = /<body[^>]*>(.*)<\/body>/s.exec(html.replaceAll(/<script\b.*?<\/script>/gs, "")) ?? [];
  return plain(
    body
      .replaceAll(/<!--.*?-->/gs, "")
      .replaceAll(/<\/(p|li|h\d|div|dd|dt|tr|td)>/g, " ")
      .replaceAll(/<[^>]*>/g, ""),
  ).replaceAll(/\s+/g, " ");
}

function plain(text: string): string {
  const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
  return text.replaceAll(/&(amp|lt|gt|quot|#x27);/g, (found, name) => signs[name] ?? found);
}
