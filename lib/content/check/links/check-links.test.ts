import { expect, test, vi } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

test.each([
  "/en",
  "/en/blog",
  "/en/blog/talent",
  "/en/blog/talent#three-questions",
  "/en/blog/talent.md",
  "/en/blog/category/support",
  "/en/blog/category/support/feed.xml",
  "/en/blog/category/support/feed.json",
  "/en/blog/tag/hiring",
  "/en/blog/author/ana",
  "/en/services/cloud",
  "/en/services/cloud/",
  "/en/services/cloud#what-you-get",
  "/en/services/cloud?utm_source=blog#what-you-get",
  "/en/hubs/medellin",
  "/en/hubs/by/country",
  "/en/projects",
  "/en/hours",
  "/en/hours?office=new-york",
  "/en/inquiry?service=cloud",
  "/en/contact#page_content",
  "/en/privacy",
  "/",
  "/blog",
  "/services/cloud",
  "/history",
  "/inquiry?service=cloud",
  "#here-it-is",
  "#",
  "#top",
  "#TOP",
  "#qué-es-esto",
  "https://www.elsewhere.com/en/nope",
  "//example.com/nope",
  "https://example.com",
  "https://EXAMPLE.com.:8443?x#y",
  "https://año.example.co",
  "https://under_score.example.com",
  "https://93.184.216.34/x",
  "https://www.example.com",
  "https://www.example.com?utm_source=x",
  "http://WWW.example.com/en/contact",
  "//www.example.com/en/contact",
  "/sitemap.xml",
  "/robots.txt",
  "/llms.txt",
  "/manifest.webmanifest",
  "/.well-known/security.txt",
  "/api/health",
  "/favicon.ico",
  "mailto:ana@example.com",
  "mailto:ana@example.com?subject=Hola%20Ana",
  "tel:+1-416-555-0100;ext=12",
  "tel:+576010000000",
])("a text may lead to %s", (href) => {
  expect(problemsOf(`\n## Here it is\n\n## ¿Qué es esto?\n\nRead [this](${href}).\n`)).toEqual([]);
});

test("a link to an address that moved is told the new one", () => {
  const root = temporaryContent({
    "redirects.yaml": "redirects:\n  - from: /jobs\n    to: /contact\n",
    "en/blog/a.md": post({}, "\n[x](/en/jobs) [y](/jobs)\n"),
  });
  expect(checkContent(root).errors.map(problemLine)).toEqual([
    "content/en/blog/a.md:11:1 body: leads to /en/jobs, which redirects.yaml moves; write /en/contact",
    "content/en/blog/a.md:11:15 body: leads to /jobs, which redirects.yaml moves; write /en/contact",
  ]);
});

test.each([
  ["## **1\\. Salaries** {#1.-salaries}", "#1.-salaries", "#1-salaries"],
  ["## ¿Cuánto cuesta? {#¿cuánto-cuesta?}", "#¿cuánto-cuesta?", "#cuánto-cuesta"],
  ["## Why Colombia {#why-colombia-1}", "#why-colombia-1", "#why-colombia"],
])("a link to the id that another program gave to a heading is told its place: %s", (heading, href, place) => {
  expect(problemsOf(`\n${heading}\n\nRead [this](${href}).\n`).filter((line) => line.includes("no place"))).toEqual([
    `content/en/blog/a.md:15:6 body: this text has no place ${href}; remove {${href}} at the heading and write ${place}`,
  ]);
});

test("what else is wrong in a text hides no link that leads nowhere", () => {
  const body =
    "\n[x](javascript:alert) [y](/en/nope)\n\n<Callout nam='x'>\n[z](/en/none)\n</Callout>\n\n<Figures>\nx\n</Figures>\n";
  const root = temporaryContent({ "en/blog/a.mdx": post({ title: '"' }, body) });
  const errors = checkContent(root).errors.map(problemLine);
  expect(errors).toHaveLength(6);
  expect(errors.filter((line) => line.includes("leads to"))).toEqual([
    "content/en/blog/a.mdx:11:23 body: leads to /en/nope, which is not on this site; correct or remove it",
    "content/en/blog/a.mdx:14:1 body: leads to /en/none, which is not on this site; correct or remove it",
  ]);
});

test.each([
  ["https://www.example.com?a=b#nope", "/en has no place #nope; known: #page_content, #site_menu"],
  ...["https://www.example.com", "http://WWW.Example.com", "//www.example.com"].map((site) => [
    `${site}/en/nope`,
    "leads to /en/nope, which is not on this site; correct or remove it",
  ]),
  ...["mailto:", "mailto:ana@company", "mailto:ana company@x.test"].map((href) => [
    `<${href}>`,
    `"${href}" names no mailbox; write mailto:name@company.com`,
  ]),
  ...[
    ["+57 300 123 4567", "for a telephone write tel:+573001234567"],
    ["wa.me/573001234567", "for another site write https://wa.me/573001234567"],
    ["about.html", "begin with https:// for another site, or with /en/ for this one"],
  ].map(([href, advice]) => [`<${href}>`, `"${href}" leads nowhere; ${advice}`]),
  ...["tel:", "tel:call"].map((href) => [href, `"${href}" names no telephone; write tel:+57 and the number`]),
  ...[
    "https:/example.com",
    "https:example.com",
    "https://https://example.com",
    "https://http//x.com",
    "http:/localhost:3000/en",
  ].map((href) => [href, `"${href}" is no address; write it whole, like https://www.example.com/page`]),
  ...[
    "https://example,com",
    "https://.com",
    "https://example..com/x",
    "https://example.com,",
    "https://www;example.com",
    "https://example.c/x",
    "//example,com/x",
    "//",
  ].map((href) => [href, `"${href}" is no address; write it whole, like https://www.example.com/page`]),
  ...["//en/services/cloud", "///en/services/cloud", "https://en/services/cloud", "HTTP://en/services/cloud"].map(
    (href) => [href, `"${href}" names a site called en; for a page of this one write /en/services/cloud`],
  ),
  [
    "//services/cloud#what-you-get",
    '"//services/cloud#what-you-get" names a site called services; for a page of this one write /services/cloud#what-you-get',
  ],
  ["//acme/x", '"//acme/x" names a site called acme; write its whole name, like https://www.example.com/page'],
  ["https://acme", '"https://acme" names a site called acme; write its whole name, like https://www.example.com/page'],
  ["//en", '"//en" names a site called en; for a page of this one write /en'],
  ...[
    "http://localhost/en/contact?a=b#c",
    "http://localhost:3000/en/contact?a=b#c",
    "HTTP://LOCALHOST:3000/en/contact?a=b#c",
    "//localhost:3000/en/contact?a=b#c",
    "http://[::1]:3000/en/contact?a=b#c",
    "http://[fd00::1]/en/contact?a=b#c",
    "http://0.0.0.0:3000/en/contact?a=b#c",
    "http://localhost:8080/en/contact?a=b#c",
    "//localhost:3001/en/contact?a=b#c",
    "https://127.0.0.1:3000/en/contact?a=b#c",
    "http://192.168.1.20/en/contact?a=b#c",
    "http://10.0.0.7:3000/en/contact?a=b#c",
    "http://172.20.0.2/en/contact?a=b#c",
    "http://web.localhost/en/contact?a=b#c",
    "http://nas.local/en/contact?a=b#c",
  ].map((href) => [
    href,
    `"${href}" leads into a network of its own, where readers are not; for a page of this site write /en/contact?a=b#c`,
  ]),
  [
    "http://192.168.1.20/report",
    '"http://192.168.1.20/report" leads into a network of its own, where readers are not; write the address that they have, or put it between ` ` to show it',
  ],
  ["/sitemap.xm", "leads to /sitemap.xm, which is not on this site; correct or remove it"],
  ["/en/sitemap.xml", "leads to /en/sitemap.xml, which is not on this site; correct or remove it"],
  ["/sitemap", "leads to /sitemap, which is not on this site; correct or remove it"],
  ["/en/contact#nope", "/en/contact has no place #nope; known: #page_content, #site_menu"],
  ["/en/blog/category/support#x", "/en/blog/category/support has no place #x; known: #page_content, #site_menu"],
  ["/en/reply?article=nope", "leads to /en/reply?article=nope, which is not on this site; did you mean /en/blog/here?"],
  [
    "/en/application?opening=nope",
    "leads to /en/application?opening=nope, which is not on this site; correct or remove it",
  ],
  ["https://", '"https://" is no address; write it whole, like https://www.example.com/page'],
  [
    "https://example.com:99999/",
    '"https://example.com:99999/" is no address; write it whole, like https://www.example.com/page',
  ],
  ["/en/servces/cloud", "leads to /en/servces/cloud, which is not on this site; did you mean /en/services/cloud?"],
  ["/services/clod", "leads to /services/clod, which is not on this site; did you mean /en/services/cloud?"],
  ["/en/medellin", "leads to /en/medellin, which is not on this site; did you mean /en/hubs/medellin?"],
  ["/en/blog/tag/nearshoring", "leads to /en/blog/tag/nearshoring, which is not on this site; correct or remove it"],
  ["/en/contact/redisplay", "leads to /en/contact/redisplay, which is not on this site; correct or remove it"],
  ["/en/reply/received", "leads to /en/reply/received, which is not on this site; correct or remove it"],
  ["/en/blog/page/2", "leads to /en/blog/page/2, which is not on this site; correct or remove it"],
  ["/histori", "leads to /histori, which is not on this site; did you mean /en/history?"],
  ["/fr/blog", "leads to /fr/blog, which is not on this site; did you mean /en/blog?"],
  ["/en/%ff", "leads to /en/%ff, which is not on this site; correct or remove it"],
  [
    "/en/inquiry?service=clod",
    "leads to /en/inquiry?service=clod, which is not on this site; did you mean /en/inquiry?service=cloud?",
  ],
  ["/en/services/cloud#what-you-gt", "/en/services/cloud has no place #what-you-gt; did you mean #what-you-get?"],
  ["/services/cloud#price", "/en/services/cloud has no place #price; known: #what-you-get"],
  ["#here", "this text has no place #here; known: #at-the-start"],
  ["#_ftn1", "this text has no place #_ftn1; write [^1] for a note of Word"],
  ["#_ftnref12", "this text has no place #_ftnref12; write [^12] for a note of Word"],
  ["www.example.com", '"www.example.com" leads nowhere; for another site write https://www.example.com'],
  ["services/cloud", '"services/cloud" leads nowhere; begin with https:// for another site, or with /en/ for this one'],
  ["ana@acme.test", '"ana@acme.test" leads nowhere; for an email address write mailto:ana@acme.test'],
  [
    "../services/cloud.md",
    '"../services/cloud.md" leads nowhere; a link names the address of a page, not its file: /en/…',
  ],
  ["/team", "leads to /team, which a reader of es would not find; write /en/team"],
  ["/blog/here", "leads to /blog/here, which a reader of es would not find; write /en/blog/here"],
  ["/es/services/clou", "leads to /es/services/clou, which is not on this site; did you mean /es/services/cloud?"],
  [
    "/en/blog/solo",
    "leads to /en/blog/solo, which is not on this site; it is written in es alone, so correct or remove it",
  ],
  [
    "/es/services/cloud",
    "warning: leads to /es/services/cloud, which is in another language; did you mean /en/services/cloud?",
  ],
  [
    "/es/blog/solo",
    "warning: leads to /es/blog/solo, which is in another language; say so to the reader, or link to a page in en",
  ],
])("a link to %s is reported at its place", (href, message) => {
  expect(problemsOf(`\n## At the start\n\nRead [this](${href}).\n`)).toEqual([
    `content/en/blog/a.md:15:6 body: ${message}`,
  ]);
});

test.each([
  ["en", "/en/blog/equipos", "leads to /en/blog/equipos, which is not on this site; did you mean /en/blog/teams?"],
  ["es", "/es/blog/teams", "leads to /es/blog/teams, which is not on this site; did you mean /es/blog/equipos?"],
  ["es", "/blog/teams", "leads to /blog/teams, which is not on this site; did you mean /es/blog/equipos?"],
  [
    "es",
    "/es/blog/teams.md",
    "leads to /es/blog/teams.md, which is not on this site; did you mean /es/blog/equipos.md?",
  ],
  ["es", "/es/blog/teems", "leads to /es/blog/teems, which is not on this site; correct or remove it"],
  [
    "en",
    "/es/blog/equipos",
    "warning: leads to /es/blog/equipos, which is in another language; did you mean /en/blog/teams?",
  ],
  [
    "es",
    "/es/blog/solo",
    "leads to /es/blog/solo, which is not on this site; it is written in en alone, so correct or remove it",
  ],
])("in %s, a link to %s is told the address that the translation has", (locale, href, message) => {
  const root = temporaryContent({
    [`${locale}/blog/a.md`]: post({ url: "a" }, `\n[x](${href})\n`),
    // Whose list each is the first of.
    "en/blog/b.md": post({ url: "teams", author: "ana" }),
    "es/blog/b.md": post({ url: "equipos", author: "ana" }),
    "en/blog/c.md": post({ url: "solo" }),
  });
  const { errors, warnings } = checkContent(root);
  const found = [...errors, ...warnings].filter(({ field }) => field === "body");
  expect(found.map(problemLine)).toEqual([`content/${locale}/blog/a.md:11:1 body: ${message}`]);
});

const followed = [
  ["a link defined elsewhere", "a.md", "Read [this][one].\n\n[one]: /en/nope", "13:6"],
  ["a figure", "a.mdx", '<Figures>\n<Figure value="1" label="one" source="us" href="/en/nope" />\n</Figures>', "14:1"],
  ["a callout", "a.mdx", "<Callout>\nRead [this](/en/nope).\n</Callout>", "14:6"],
] as const;

test.each(followed)("a link of %s may not name a site that is none", (_kind, file, body, place) => {
  expect(problemsOf(`\n${body.replace("/en/nope", "//en/nope")}\n`, file)).toEqual([
    `content/en/blog/${file}:${place} body: "//en/nope" names a site called en; for a page of this one write /en/nope`,
  ]);
});

test.each(followed)("a link of %s is followed too", (_kind, file, body, place) => {
  expect(problemsOf(`\n${body}\n`, file)).toEqual([
    expect.stringContaining(`content/en/blog/${file}:${place} body: leads to /en/nope, which is not on this site`),
  ]);
});

test.each(["http://localhost:3000", "http://127.0.0.1:3000"])(
  "a link to this machine is refused where SITE_URL is %s too",
  (site) => {
    vi.stubEnv("SITE_URL", site);
    const root = temporaryContent({ "en/blog/a.md": post({}, `\nSee ${site}/en/blog or [x](${site}).\n`) });
    const said = "leads into a network of its own, where readers are not";
    expect(checkContent(root).errors.map(problemLine)).toEqual([
      `content/en/blog/a.md:11:5 body: "${site}/en/blog" ${said}; for a page of this site write /en/blog`,
      expect.stringContaining(`content/en/blog/a.md:11:${13 + site.length + 4} body: "${site}" ${said}; write`),
    ]);
  },
);

test.each<[string, Keys, Keys, string | undefined]>([
  ["a draft", {}, { draft: "true" }, "which readers do not see"],
  ["a post of the future", {}, { date: "2999-01-01" }, "which readers do not see"],
  ["a post that comes later", { date: "2998-01-01" }, { date: "2999-01-01" }, "which readers do not see"],
  ["a post that comes before it", { date: "2999-01-01" }, { date: "2998-01-01" }, undefined],
  ["a post that is over", { date: "2025-01-01" }, { date: "2025-02-01", until: "2025-03-01" }, undefined],
  ["a draft, being one", { draft: "true" }, { draft: "true" }, undefined],
])("an article that links to %s is right only if no reader can meet the dead link", (_case, own, other, message) => {
  const root = temporaryContent({
    "en/blog/a.md": post({ url: "a", ...own }, "\nRead [this](/en/blog/b).\n"),
    "en/blog/b.md": post({ url: "b", ...other }),
  });
  const { errors } = checkContent(root);
  expect(errors.map(problemLine)).toEqual(message ? [expect.stringContaining(message)] : []);
});

test("a link to an article that has mistakes waits until they are mended, the others do not", () => {
  const root = temporaryContent({
    "en/blog/a.md": post({ url: "a" }, "\n[one](/en/blog/b) and [two](/en/nope)\n"),
    "en/blog/b.md": post({ url: "b", date: "soon" }),
  });
  expect(checkContent(root).errors.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
    "content/en/blog/a.md:11:23",
    "content/en/blog/b.md:6:7",
  ]);
});

type Keys = Record<string, string>;

/** Of a post with this text, on a site that has a bit of everything. What its other files lack does not matter here. */
function problemsOf(body: string, file = "a.md") {
  vi.stubEnv("SITE_URL", "https://www.example.com");
  const root = temporaryContent({
    [`en/blog/${file}`]: post({ tags: "[hiring]", author: "ana" }, body),
    [`es/blog/${file}`]: post(),
    "en/blog/talent.md": post({ url: "talent" }, "\n## Three questions\n"),
    "es/blog/talent.md": post({ url: "talent" }),
    "es/blog/solo.md": post({ url: "solo" }),
    "en/blog/here.md": post({ url: "here" }),
    ...inBoth("services/cloud.md", "\n## What you get\n"),
    ...inBoth("hubs/medellin.md"),
    ...inBoth("pages/privacy.md"),
    ...inBoth("pages/history.md"),
    "en/pages/team.md": "---\ntitle: Team\n---\n\nText.\n",
  });
  const { errors, warnings } = checkContent(root);
  return [...errors, ...warnings].filter(({ field }) => field === "body").map(problemLine);
}

function inBoth(file: string, body = "\nText.\n") {
  const text = `---\ntitle: A title\n---\n${body}`;
  return { [`en/${file}`]: text, [`es/${file}`]: text };
}

test("the hours of a city, their calendar and a reply to an article are there to be linked to", () => {
  const links = ["/en/hours/toronto", "/en/hours/toronto/calendar.ics", "/hours/toronto", "/en/reply?article=b"];
  const root = temporaryContent({
    "en/blog/a.md": post({ url: "a" }, `\n${links.map((href) => `[x](${href})`).join(" ")}\n`),
    "en/blog/b.md": post({ url: "b" }),
    "redirects.yaml": "redirects:\n  - from: /toronto\n    to: /hours/toronto\n",
  });
  expect(checkContent(root).errors.map(problemLine)).toEqual([]);
});

test.each([
  ["/blog/tag/talent", { tags: "[talent]" }, { tags: "[talent]", draft: "true" }],
  ["/reply?article=b", {}, undefined],
])("a link without a language to %s, which one language alone has, is told that of its own", (href, own, theirs) => {
  const root = temporaryContent({
    "tags.yaml": "talent: { en: Talent, es: Talento }\n",
    "en/blog/a.md": post({ url: "a" }, `\n[x](${href})\n`),
    "en/blog/b.md": post({ url: "b", ...own }),
    ...(theirs && { "es/blog/b.md": post({ url: "b", ...theirs }) }),
  });
  expect(checkContent(root).errors.map(problemLine)).toEqual([
    expect.stringContaining(`leads to ${href}, which a reader of es would not find; write /en/`),
  ]);
});

test.each([
  ["a tag of drafts alone", "/en/blog/tag/talent", { tags: "[talent]", draft: "true" }, false],
  ["a tag of what comes later", "/en/blog/tag/talent", { tags: "[talent]", date: "2999-01-01" }, false],
  [
    "the feed of a category of drafts alone",
    "/en/blog/category/canada/feed.xml",
    { category: "canada", draft: "true" },
    false,
  ],
  ["a tag that readers see", "/en/blog/tag/talent", { tags: "[talent]" }, true],
])("a link to %s: %s", (_what, href, front, isThere) => {
  const root = temporaryContent({
    "categories.yaml": "support: { en: Support, es: Soporte }\ncanada: { en: Canada, es: Canadá }\n",
    "tags.yaml": "talent: { en: Talent, es: Talento }\n",
    "en/blog/a.md": post({ url: "a" }, `\n[x](${href})\n`),
    "en/blog/b.md": post({ url: "b", ...front }),
  });
  expect(checkContent(root).errors.map(problemLine)).toEqual(
    isThere ? [] : [expect.stringContaining(`leads to ${href}, which readers do not see (content/en/blog/b.md)`)],
  );
});
