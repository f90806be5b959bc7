import { expect, test } from "vitest";
import { frontForTests } from "./front-for-tests.ts";

const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
const siteUrl = "https://www.dreamcode.example";

test.each([
  ["a page", "/en/blog", {}, { path: "/en/blog" }],
  ["the home page", "/es", {}, { path: "/es", locale: "es" }],
  ["a page that is made for each request", "/en/hours?office=toronto", {}, { path: "/en/hours" }],
  ["a form that is filled in", "/en/inquiry?service=cloud", {}, { path: "/en/inquiry" }],
  ["a page in another spelling", "/en/bl%6Fg", {}, { path: "/en/blog" }],
  [
    "a page that another site led to: its address may name a person",
    "/en/blog",
    { referer: "https://www.linkedin.com/in/ana?email=ana@acme.test" },
    { path: "/en/blog", source: "www.linkedin.com" },
  ],
  ["a page that one of ours led to", "/en/blog", { referer: `${siteUrl}/en` }, { path: "/en/blog", source: "inside" }],
  [
    "what claims to be one of ours",
    "/en/blog",
    { referer: `${siteUrl}.evil.test/` },
    { path: "/en/blog", source: "www.dreamcode.example.evil.test" },
  ],
  [
    "a page of a campaign",
    "/es/blog?utm_source=letter&utm_campaign=spring&utm_medium=email&gclid=x1",
    { referer: "https://mail.test/" },
    { path: "/es/blog", locale: "es", source: "letter", campaign: "spring (letter / email)" },
  ],
  [
    "a link with an email address in it",
    "/es/blog?utm_source=ana@acme.test&utm_campaign=ana@acme.test",
    {},
    { path: "/es/blog", locale: "es", source: "other", campaign: "other" },
  ],
  [
    "a form that was opened from a page",
    "/en/inquiry",
    { referer: `${siteUrl}/en/blog?utm_source=x` },
    { path: "/en/inquiry", source: "inside", openedFrom: "/en/blog" },
  ],
  [
    "a form that was opened from what is no page",
    "/en/inquiry?from=/en/nope",
    {},
    { path: "/en/inquiry", openedFrom: "" },
  ],
  [
    "a page that a browser fetched ahead",
    "/en/blog",
    { "sec-purpose": "prefetch;prerender" },
    { path: "/en/blog", isAhead: true },
  ],
])("%s is counted, and nothing of who read it", async (_what, path, headers, view) => {
  const { read, viewed } = await frontForTests(undefined, { siteUrl });
  await read(path, { host: "www.dreamcode.example", "user-agent": browser, ...headers });
  const nothing = { locale: "en", source: "", campaign: "", openedFrom: "", isAhead: false };
  await expect.poll(() => viewed).toEqual([{ ...nothing, ...view }]);
});

test("what a browser has already and looks at again is counted again", async () => {
  const { ask, viewed } = await frontForTests();
  const headers = { "user-agent": browser };
  const etag = (await ask("/en/blog", { headers })).headers.get("etag") ?? "";
  expect((await ask("/en/blog", { headers: { ...headers, "if-none-match": etag } })).status).toBe(304);
  expect(viewed).toHaveLength(2);
});

test.each([
  ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"],
  ["facebookexternalhit/1.1"],
  ["curl/8.14.1"],
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 Safari/537.36"],
  [""],
])("the program that calls itself %j is not counted", async (userAgent) => {
  const { read, viewed } = await frontForTests();
  for (let times = 0; times < 2; times++) await read("/en/blog", { host: "localhost", "user-agent": userAgent });
  expect(viewed).toEqual([]);
});

test.each([
  ["/nope", "GET"],
  ["/en/blog/", "GET"],
  ["/careers", "GET"],
  ["/a.png", "GET"],
  ["/en/feed.xml", "GET"],
  ["/es/blog/Some-Post.md", "GET"],
  ["/en/contact/redisplay", "GET"],
  ["/en/error/broken", "GET"],
  ["/en/blog", "HEAD"],
  ["/en/blog", "POST"],
  ["/api/live", "GET"],
])("%s by %s is no page that somebody reads", async (path, method) => {
  const { ask, viewed } = await frontForTests();
  await ask(path, { method, headers: { "user-agent": browser } });
  expect(viewed).toEqual([]);
});

test("under a name that is not ours nobody is shown a page", async () => {
  const { get, viewed } = await frontForTests();
  // From memory: the answer and its count are of one turn.
  const headers = { host: "evil.example", "user-agent": browser, "accept-encoding": "gzip" };
  expect(await get("/en/blog", headers)).toBe(421);
  expect(viewed).toEqual([]);
});
