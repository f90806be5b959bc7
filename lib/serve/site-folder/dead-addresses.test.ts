import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { page, siteFolderForTests } from "#lib/serve/site-for-tests.ts";
import { contentType, isText } from "./content-type.ts";
import { findDeadAddresses } from "./dead-addresses.ts";

const site = "https://www.dreamcode.example";

test.each([
  ["a page", '<a href="/en/about">x</a>'],
  ["a page with a slash at its end", '<a href="/en/about/">x</a>'],
  ["a page under the name of the site", `<a href="${site}/en/about">x</a>`],
  ["a page with an accent, encoded or not", '<a href="/en/d%C3%ADa">x</a><a href="/en/día">x</a>'],
  ["a page from beside it", '<a href="about">x</a><a href="?utm_source=x">x</a>'],
  ["a place in a page", '<a href="/en/about#who">x</a><a href="/en/about#qu%C3%A9-es">x</a>'],
  ["a place in its own page", '<a href="#here">x</a><p id="here">x</p><a href="#">x</a><a href="#top">x</a>'],
  ["a footnote, whose place has an encoded name", '<a href="#fn-%C3%BC">x</a><p id="fn-%C3%BC">x</p>'],
  ["the same from another page", '<a href="/en/about#fn-%C3%BC">x</a>'],
  ["what is rendered per request", '<a href="/en/hours?office=toronto#answer">x</a><a href="/api/health">x</a>'],
  ["the form of a service", '<a href="/en/inquiry?utm_source=x&amp;service=cloud">x</a>'],
  ["the form for a reply", '<a href="/en/reply?article=x">x</a>'],
  ["the form for an opening", '<a href="/en/application?opening=agent">x</a>'],
  ["the address of a form", '<form action="/api/forms/contact"></form>'],
  ["an article as Markdown", '<a href="/en/blog/x.md">x</a>'],
  ["an address that moved", '<a href="/en/old">x</a><a href="/es/old/">x</a><a href="/old">x</a>'],
  ["the reader's language", '<a href="/">x</a><a href="/about">x</a><a href="/history">x</a>'],
  ["another site", '<a href="https://example.com/nope">x</a><a href="//example.com/nope">x</a>'],
  ["a mail and a telephone", '<a href="mailto:a@b.test">x</a><a href="tel:+571">x</a>'],
  ["an asset", '<img src="/a.png" srcset="/a.png 480w, /a.png 960w"/><link rel="icon" href="/a.png?icon.1"/>'],
  ["what only looks like an address", "<p>href=&quot;/en/nope&quot; https://www.dreamcode.example/en/nope</p>"],
  ["what a script says", `<script>x(' href="/en/nope"')</script>`],
  ["the name of a thing", `<script type="application/ld+json">{"@id":"${site}/en/about#organization"}</script>`],
])("%s is found", async (_what, body) => {
  expect(await deadOf({ "/en": page("Home", { body }) })).toEqual([]);
});

test.each([
  ["a link", '<a class="x" href="/en/nope?a=1&amp;b=2">x</a>', "/en/nope?a=1&b=2"],
  ["an address behind another", `<img src="${site}${site}/a.png"/>`, `/${encodeURIComponent(`${site}${site}/a.png`)}`],
  ["a link that cannot be decoded", '<a href="/en/%ff">x</a>', "/en/%ff"],
  ["a link to a page that is shown under other addresses", '<a href="/en/error/missing">x</a>', "/en/error/missing"],
  ["a link to a file in another spelling", '<a href="/en/About">x</a>', "/en/About"],
  ["a link to a place", '<a href="/en/about#whom">x</a>', "/en/about#whom"],
  ["a link to a place in its own page", '<a href="#there">x</a>', "/en#there"],
  ["a link to a page that one language lacks", '<a href="/services/cloud">x</a>', "/services/cloud"],
  ["a link to a page of text that one language lacks", '<a href="/d%C3%ADa">x</a>', "/d%C3%ADa"],
  ["a link to a form of a service that is none", '<a href="/en/inquiry?service=x">x</a>', "/en/inquiry?service=x"],
  ["a reply to nothing", '<a href="/en/reply?article=y">x</a>', "/en/reply?article=y"],
  ["an application for nothing", '<a href="/en/application?opening=x">x</a>', "/en/application?opening=x"],
  ["the Markdown of nothing", '<a href="/en/blog/y.md">x</a>', "/en/blog/y.md"],
  ["a form", '<form action="/api/forms/other"></form>', "/api/forms/other"],
  ["a translation", `<link rel="alternate" hrefLang="es" href="${site}/es/nope"/>`, "/es/nope"],
  ["a canonical address", `<link rel="canonical" href="${site}/en/nope"/>`, "/en/nope"],
  ["a picture for messages", `<meta property="og:image" content="${site}/images/nope.png"/>`, "/images/nope.png"],
  ["a picture", '<source srcSet="/a.png 480w, /b.png 960w"/>', "/b.png"],
  ["a script", '<script src="/_next/static/chunks/b.js" async=""></script>', "/_next/static/chunks/b.js"],
  ["structured data", `<script type="application/ld+json">{"a":[{"url":"${site}/en/nope"}]}</script>`, "/en/nope"],
])("%s that leads nowhere is named, with its page", async (_what, body, address) => {
  expect(await deadOf({ "/en": page("Home", { body }) })).toEqual([{ address, page: "/en" }]);
});

test.each([
  ["/sitemap.xml", `<urlset><url><loc>${site}/en/nope</loc></url></urlset>`],
  ["/sitemap.xml", `<urlset><xhtml:link rel="alternate" hreflang="es" href="${site}/en/nope"></xhtml:link></urlset>`],
  ["/en/feed.xml", `<rss><item><link>${site}/en/nope</link></item></rss>`],
  ["/en/feed.xml", `<rss><content:encoded><![CDATA[<p><a href="${site}/en/nope">x</a></p>]]></content:encoded></rss>`],
  ["/en/feed.xml", `<rss><enclosure url="${site}/en/nope" type="image/png"/></rss>`],
  ["/en/feed.json", JSON.stringify({ items: [{ url: `${site}/en/nope` }] })],
  ["/en/feed.json", JSON.stringify({ content_html: `<p><a href="${site}/en/nope">x</a></p>` })],
  ["/manifest.webmanifest", JSON.stringify({ icons: [{ src: "/en/nope" }] })],
  ["/llms.txt", `- [A title](${site}/en/nope): Words.`],
  ["/robots.txt", `Disallow: /api/\nSitemap: ${site}/en/nope`],
  ["/en/blog/y/markdown", `# A title\n\n[words](${site}/en/nope) ${site}/en/nope_`],
  ["/_next/static/a.css", "@font-face{src:url(../../en/nope)}"],
])("an address in %s is followed (%#)", async (file, text) => {
  expect(await deadOf({ [file]: text })).toEqual([{ address: "/en/nope", page: file }]);
});

test.each([
  ["its page", "/en/blog/gone#costs"],
  ["its Markdown", "/en/blog/gone.md"],
  ["the form for a reply to it", "/en/reply?article=gone"],
  ["the form for an opening that is over", "/en/application?opening=over"],
  ["the top of a page, in any capitals", "/en/about#Top"],
])("what is over leads to its list from %s, too", async (_from, href) => {
  const former = { "/en/blog/gone": "/en/about", "/en/careers/over": "/en/about" };
  expect(await deadOf({ "/en": page("Home", { body: `<a href="${href}">x</a>` }) }, [], former)).toEqual([]);
});

test("a redirect has to lead to something that is there", async () => {
  expect(await deadOf({}, [["/en/gone", "/en/nope"]])).toEqual([
    { address: "/en/nope", page: "the redirect of /en/gone" },
  ]);
});

test("what the build makes of a page is what is followed: scripts that wait for the first paint too", async () => {
  const folder = await siteFolderForTests({
    "/en": page("A form", { body: '<form data-lead-form="contact"></form><a href="/en/nope">x</a>' }),
  });
  expect(await findDeadAddresses(folder, new Map())).toEqual([
    { address: "/_next/static/chunks/forms-1.js", page: "/en" },
    { address: "/en/nope", page: "/en" },
  ]);
});

/** Of a site folder as the build writes it, but for what is compressed. */
async function deadOf(files: Record<string, string>, redirects: [string, string][] = [], former = {}) {
  const folder = folderForTests();
  const all = {
    "/en": page("Home"),
    "/en/about": page("About", { body: '<h2 id="who">Who</h2><p id="fn-%C3%BC"></p><h2 id="qué-es">x</h2>' }),
    "/es/about": page("Nosotros"),
    "/en/history": page("History"),
    "/es/history": page("Historia"),
    "/en/día": page("Day"),
    "/en/services/cloud": page("Cloud"),
    "/en/inquiry": page("Inquiry"),
    "/en/inquiry/for/cloud": page("Inquiry"),
    "/en/reply": page("Reply"),
    "/en/application": page("Apply"),
    "/en/careers/agent": page("An opening"),
    "/en/blog/x": page("An article"),
    "/en/blog/x/markdown": "# An article",
    "/404": page("Not here"),
    "/a.png": "picture",
    "/_next/static/chunks/a.js": "1",
    ...files,
  };
  const written = Object.entries(all).map(([path, text], index) => {
    const file = String(index);
    writeFileSync(join(folder, file), text);
    const form = text.startsWith("# ") ? "markdown" : "html";
    const type = /\.\w+$/.test(path) ? contentType(path) : `text/${form}; charset=utf-8`;
    return { path, file, type, isText: isText(type) };
  });
  const dynamic = ["^/(?:en|es)/hours$", "^/api/health$"];
  writeFileSync(
    join(folder, "site.json"),
    JSON.stringify({ files: written, dynamic, former, builtFor: { siteUrl: site } }),
  );
  return findDeadAddresses(folder, new Map([["/en/old", "/en/about"], ["/es/old", "/es/about"], ...redirects]));
}
