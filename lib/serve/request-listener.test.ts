import { expect, test } from "vitest";
import { frontForTests } from "./front-for-tests.ts";
import { page } from "./site-for-tests.ts";

test("a proxy that TRUSTED_PROXIES does not count is said at its first request, whatever that asks for, and once", async () => {
  const { ask, reported, sighted } = await frontForTests();
  await ask("/en/blog");
  expect(sighted).toEqual([]);

  for (const path of ["/en/blog", "/a.png"]) await ask(path, { headers: { "x-forwarded-for": "8.8.8.8" } });

  expect(sighted).toEqual(["proxy-untrusted", "proxy-untrusted"]);
  expect(reported).toEqual([expect.stringMatching(/^\*\*\* A PROXY HIDES THE VISITORS: TRUSTED_PROXIES IS 0/)]);
  expect(reported.join()).not.toContain("8.8.8.8");
});

test("who asks from many addresses of one network waits behind themselves alone", async () => {
  const { promise: end, reject } = Promise.withResolvers<void>();
  let underWay = 0;
  const { ask } = await frontForTests(
    () => {
      underWay += 1;
      return end;
    },
    { trustedProxies: 1 },
  );
  const inquire = (address: string) =>
    ask("/en/inquiry?zone=America/Toronto", { headers: { "x-forwarded-for": address } });
  const answers = ["::a", "::b", "::c"].map((host) => inquire(`2001:db8:1:2${host}`));
  for (let round = 0; round < 20; round++) await ask("/en/blog");
  expect(underWay).toBe(1);
  answers.push(inquire("203.0.113.9"));
  await expect.poll(() => underWay).toBe(2);
  reject(new Error("no page"));
  for (const { status } of await Promise.all(answers)) expect(status).toBe(500);
});

const siteUrl = "https://www.dreamcode.example";

test("that fewer proxies are in front than are counted is said at the first visit that shows it, once", async () => {
  const { ask, reported } = await frontForTests(undefined, { trustedProxies: 2, siteUrl });
  const visit = (forwarded: string) => ask("/en/blog", { headers: { "x-forwarded-for": forwarded, origin: siteUrl } });
  await visit("8.8.8.8, 10.0.0.1");
  expect(reported).toEqual([]);
  for (let times = 0; times < 2; times++) await visit("8.8.8.8");
  expect(reported).toEqual([expect.stringMatching(/^\*\*\* TRUSTED_PROXIES IS 2, AND A REQUEST CAME BY FEWER/)]);
});

test.each([
  ["/", "es-CO,es;q=0.9", "/es"],
  ["/?utm_source=x", "en", "/en?utm_source=x"],
  ["/blog/Some-Post?a=1&b=2", "es", "/es/blog/Some-Post?a=1&b=2"],
  ["/services", "fr", "/en/services"],
  ["/inquiry?service=cloud", "es;q=0.8, en;q=0.3", "/es/inquiry?service=cloud"],
  ["/blog/", "en", "/en/blog"],
  ["/services/cloud/?a=1/", "es", "/es/services/cloud?a=1/"],
])("%s asked for in %s is sent to %s, and caches are told why", async (path, language, target) => {
  const { ask } = await frontForTests();
  const answer = await ask(path, { headers: { "accept-language": language } });
  expect(answer.status).toBe(307);
  expect(answer.headers.get("location")).toBe(target);
  expect(answer.headers.get("vary")).toBe("accept-language");
});

test.each([
  ["/staff-augmentation", "es", "/es/services/staff-augmentation"],
  ["/en/staff-augmentation", "es", "/en/services/staff-augmentation"],
  ["/es/staff-augmentation/?utm_source=x&a=%2F", "en", "/es/services/staff-augmentation?utm_source=x&a=%2F"],
])(
  "%s, which moved, is sent on for good to a reader of %s, in one step and with its query",
  async (path, language, target) => {
    const { ask } = await frontForTests();
    const answer = await ask(path, { headers: { "accept-language": language } });
    expect(answer.status).toBe(308);
    expect(answer.headers.get("location")).toBe(target);
    expect(answer.headers.get("vary")).toBe("accept-language");
  },
);

test.each([
  ["/en/blog", "the blog"],
  ["/es/blog/Some-Post.v2.md?utm_source=x", "an article as Markdown"],
  ["/en/bl%6Fg", "the blog"],
  ["/en", "the home page of now"],
  ["/es?utm_source=x", "el inicio de ahora"],
  ["/en/inquiry", "the inquiry page"],
  ["/en/inquiry?service=cloud", "an inquiry for cloud"],
  ["/en/inquiry?utm_source=x&service=cloud", "an inquiry for cloud"],
  ["/en/inquiry?service=nope", "the inquiry page"],
  ["/es/inquiry?service=cloud", "la solicitud, sin servicio"],
  ["/en/inquiry?service=../redisplay", "the inquiry page"],
  ["/en/inquiry?zone=Mars/Base", "the inquiry page"],
  ["/es/reply?utm_source=x&article=Some-Post", "GET /es/reply/redisplay"],
  ["/es/reply?article=", "una respuesta"],
  ["/es/application?opening=agente&utm_source=x", "GET /es/application/redisplay"],
  ["/es/application?article=agente", "una postulación"],
  ["/en/blog?article=Some-Post", "the blog"],
  ["/en/inquiry?zone=America/Toronto&service=cloud", "GET /en/inquiry/redisplay"],
  ["/en/hours?office=toronto", "GET /en/hours?office=toronto"],
  ["/en/h%6Furs", "GET /en/hours"],
])("%s shows %s", async (path, shown) => {
  const { ask } = await frontForTests();
  const answer = await ask(path);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain(shown);
});

test.each([
  "/nope",
  "/fr/hours",
  "/en/reply?article=nope",
  "/en/reply?article=../redisplay",
  "/es/reply?article=category/innovation",
  "/es/application?opening=nope",
  "/es/application?opening=agente/opengraph-image",
  "/en/%ff",
  "/en/%zz?a=1",
  "/en%2Fblog",
  "//evil.example",
  `/en/${"a".repeat(5_000)}`,
  "/404",
  "/en/error/broken",
  "/_next/image?url=x",
])("%s is answered with the page of unknown addresses, and Next is not asked", async (path) => {
  const { ask, asked } = await frontForTests();
  const answer = await ask(path);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain(path.startsWith("/es/") ? "Esta página no está aquí" : "This page is not here");
  expect(asked).toEqual([]);
});

test("what an inquiry is about is taken from its address, bounded and without control characters", async () => {
  const { ask, asked } = await frontForTests();
  await ask(`/en/inquiry?about=${encodeURIComponent(`<b>react\u0000\n${"x".repeat(9_000)}`)}&service=cloud`);
  expect(asked).toMatchObject([
    { url: "/en/inquiry/redisplay", about: `<b>react ${"x".repeat(91)}`, values: { service: "cloud" } },
  ]);
  expect(await (await ask("/en/inquiry?about=%20%00")).text()).toContain("the inquiry page");
});

test("where an address is like that of a page, the page of unknown addresses is made with it", async () => {
  const { ask, asked } = await frontForTests();
  const answer = await ask("/es/some-pge?utm_source=x");
  expect(answer.status).toBe(404);
  expect(asked).toMatchObject([
    { url: "/es/error/near", near: expect.arrayContaining([{ path: "/es/some-page", title: "una página" }]) },
  ]);
});

test("where that page cannot be made, the one that the build made is shown", async () => {
  const { ask } = await frontForTests(500);
  const answer = await ask("/es/some-pge");
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain("Esta página no está aquí");
});

test("of an unknown address without a language each reader is told in theirs, and a cache knows that", async () => {
  const { ask } = await frontForTests();
  for (const [language, words] of [
    ["es-CO,es;q=0.9", "Esta página no está aquí"],
    ["en-CA", "This page is not here"],
  ]) {
    const answer = await ask("/nope", { headers: { "accept-language": language ?? "" } });
    expect(answer.headers.get("vary")).toBe("accept-encoding, accept-language");
    expect(await answer.text()).toContain(words);
  }
  expect((await ask("/es/nope")).headers.get("vary")).toBe("accept-encoding");
});

test("a home page whose clocks the build did not foresee is shown with those of the build", async () => {
  const { ask } = await frontForTests(undefined, { built: { "/en": page("the home page of the build") } });
  expect(await (await ask("/en")).text()).toContain("the home page of the build");
});

test.each([
  ["/en/blog/?a=1", "/en/blog?a=1"],
  ["/en/hours/?office=toronto", "/en/hours?office=toronto"],
])("%s leads to the same address without the slash at its end", async (path, target) => {
  const { ask } = await frontForTests();
  const answer = await ask(path);
  expect([answer.status, answer.headers.get("location")]).toEqual([308, target]);
});

test.each([
  ["br, gzip", "br"],
  ["gzip, br;q=0.5", "gzip"],
  ["identity", null],
])("who accepts %s gets %s, with the same tag, and 304 when it is known", async (accepted, encoding) => {
  const { ask } = await frontForTests();
  const headers = { "accept-encoding": accepted };
  const answer = await ask("/en/blog", { headers });
  expect(answer.headers.get("content-encoding")).toBe(encoding);
  expect(answer.headers.get("vary")).toBe("accept-encoding");
  expect(await answer.text()).toContain("the blog");
  const etag = answer.headers.get("etag") ?? "";
  const again = await ask("/en/blog", { headers: { ...headers, "if-none-match": `"x", ${etag}` } });
  expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
});

test("HEAD says what GET would", async () => {
  const { ask } = await frontForTests();
  for (const path of ["/en/blog", "/en/hours", "/nope", "/a.png"]) {
    const [head, get] = [await ask(path, { method: "HEAD" }), await ask(path)];
    expect(head.status).toBe(get.status);
    expect(await head.text()).toBe("");
    expect(headersOf(head)).toEqual(headersOf(get));
  }
});

test("a campaign is carried on by the links of a page, which no shared cache may keep", async () => {
  const { ask } = await frontForTests();
  const answer = await ask("/en/blog?utm_source=letter&page=2");
  expect(await answer.text()).toContain(
    '<a rel="nofollow" href="/en/contact?utm_source=letter&amp;landing=%2Fen%2Fblog">',
  );
  expect(answer.headers.get("cache-control")).toBe("private, no-cache");
  expect(answer.headers.has("etag")).toBe(false);
});

test("what has its content in its name is kept for good, and a share image may be shown elsewhere", async () => {
  const { ask } = await frontForTests();
  expect((await ask("/_next/static/chunks/a.js")).headers.get("cache-control")).toBe(
    "public, max-age=31536000, immutable",
  );
  expect((await ask("/en/blog")).headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  expect((await ask("/a.png")).headers.get("cross-origin-resource-policy")).toBe("cross-origin");
});

test.each([
  ["evil.example", "/en/blog", 421],
  ["dreamcode.example", "/en/blog", 308],
  ["dreamcode.example", "/api/live", 200],
  ["evil.example", "/api/live", 200],
  ["evil.example", "/_next/static/chunks/a.js", 200],
  ["evil.example", "/a.png", 200],
  ["localhost", "/en/blog", 200],
])("asked as %s, %s is answered with %i", async (host, path, status) => {
  const { get } = await frontForTests(undefined, { watched: { sendsMail: true, healthToken: undefined } });
  expect(await get(path, { host })).toBe(status);
});

test("nothing that a client says of hosts or of Next's own steps reaches Next", async () => {
  const { ask, asked } = await frontForTests();
  await ask("/en/hours", {
    headers: {
      "x-forwarded-host": "evil.example",
      "x-forwarded-for": "1.2.3.4",
      "x-middleware-subrequest": "proxy",
      "x-nonce": "abc",
      "content-security-policy": "script-src 'nonce-abc'",
      cookie: "__prerender_bypass=1",
    },
  });
  expect(Object.keys(asked[0]?.headers ?? {}).toSorted()).toEqual(["accept", "accept-language", "host", "user-agent"]);
});

test("Next gets the beginning of what a browser calls itself", async () => {
  const { ask, asked } = await frontForTests();
  await ask("/en/hours", { headers: { "user-agent": "a".repeat(501) } });
  expect(asked[0]?.headers["user-agent"]).toBe("a".repeat(500));
});

test.each([
  ["GET", "/api/forms/contact", "POST"],
  ["PUT", "/api/forms/inquiry", "POST"],
  ["POST", "/en/blog", "GET, HEAD"],
  ["PUT", "/en/contact", "GET, HEAD, POST"],
  ["DELETE", "/es/services/cloud", "GET, HEAD"],
  ["POST", "/api/forms/other", "GET, HEAD"],
])("%s %s is answered with 405 and the methods that work", async (method, path, allow) => {
  const { ask } = await frontForTests();
  const answer = await ask(path, { method });
  expect(answer.status).toBe(405);
  expect(answer.headers.get("allow")).toBe(allow);
});

test.each([
  [
    "that throws",
    () => Promise.reject(new Error("ENOENT: /secret/path, ana@acme.test")),
    [/^GET \/en\/hours was not answered Error at [^@]*$/],
  ],
  ["that Next answers with its own page of errors", 500, []],
])("a page %s is answered with ours, and the next request is served", async (_how, failure, problems) => {
  const { ask, reported } = await frontForTests(failure);
  const answer = await ask("/en/hours?email=ana@acme.test");
  expect(answer.status).toBe(500);
  expect(await answer.text()).toContain("Something broke");
  expect(reported).toEqual(problems.map((problem) => expect.stringMatching(problem)));
  expect((await ask("/en/blog")).status).toBe(200);
});

test("a request that not even the page for trouble answers ends at once, with a report", async () => {
  const { ask, reported } = await frontForTests(() => Promise.reject(new Error("broken")), { built: {} });
  await expect(ask("/en/hours")).rejects.toThrow("fetch failed");
  expect(reported).toEqual([
    expect.stringMatching(/^GET \/en\/hours was not answered/),
    expect.stringMatching(/^GET \/en\/hours could not be sent/),
  ]);
});

test("a line of the log says nothing of who asked and of what was typed", async () => {
  const { ask, lines } = await frontForTests();
  const start = performance.now();
  await ask("/en/blog?email=ana@acme.test", { headers: { "user-agent": "Ana's browser" } });
  await ask("/ana@acme.test");
  await ask("/ana@acme.test/hours");
  await ask("/en/blog/ana@acme.test/page/1");
  await expect.poll(() => lines).toHaveLength(4);
  const [known, ...others] = lines.map((line) => JSON.parse(line));
  expect(known.ms).toBeGreaterThanOrEqual(0);
  expect(known.ms).toBeLessThanOrEqual(performance.now() - start);
  expect(known).toEqual({
    time: expect.any(String),
    method: "GET",
    path: "/en/blog",
    status: 200,
    ms: expect.any(Number),
  });
  expect(others.map(({ path }) => path)).toEqual(["(unknown)", "(unknown)", "(unknown)"]);
});

test("an article as Markdown stands at one address, and names the page that search engines should show", async () => {
  const { ask } = await frontForTests();
  const link = '<https://www.dreamcode.example/es/blog/Some-Post.v2>; rel="canonical"';
  const text = await ask("/es/blog/Some-Post.v2.md");
  expect(text.headers.get("link")).toBe(link);
  const again = await ask("/es/blog/Some-Post.v2.md", { headers: { "if-none-match": text.headers.get("etag") ?? "" } });
  expect([again.status, again.headers.get("link")]).toEqual([304, link]);
  expect((await ask("/es/blog/Some-Post.v2/markdown")).status).toBe(404);
  expect((await ask("/es/blog/nope.md")).status).toBe(404);
  expect(await (await ask("/es/blog/tag/markdown")).text()).toContain("a tag of that name");
});

test("a copy for trying out asks search engines to leave every answer out", async () => {
  const { ask } = await frontForTests(undefined, { isStaging: true });
  for (const path of ["/en/blog", "/a.png", "/nope", "/", "/staff-augmentation"]) {
    expect((await ask(path)).headers.get("x-robots-tag")).toBe("noindex, nofollow");
  }
  const site = await frontForTests();
  expect((await site.ask("/en/blog")).headers.has("x-robots-tag")).toBe(false);
});

function headersOf({ headers }: Response) {
  const all = Object.fromEntries(headers);
  const { date: _, connection: __, "keep-alive": ___, ...others } = all;
  return others;
}

test.each([
  "/_next/static/chunks/node_modules_%40swc_helpers_cjs.js",
  "/_next/static/chunks/%5Bturbopack%5D_browser_dev.js?v=1",
  "/_next/static/chunks/a%252Fb%2Fc%3Fd%26e.js",
  "/en/blog/caf%C3%A9%2C?a=%40",
])("in development Next is asked for %s as it is spelled", async (address) => {
  const { ask, asked } = await frontForTests(undefined, { built: null });
  await ask(address);
  expect(asked.map(({ url }) => url)).toEqual([address]);
});

test("in development Next gets all that its pages say, and they get all that it says", async () => {
  const { ask, asked } = await frontForTests(undefined, { built: null });
  await ask("/en/blog", { headers: { "x-nextjs-html-request-id": "1", "next-hmr-refresh": "1" } });
  expect(asked[0]?.headers).toMatchObject({ "x-nextjs-html-request-id": "1", "next-hmr-refresh": "1" });
});

test.each([
  ["Next answers 500", 500],
  ["Next fails", () => Promise.reject(new Error("broken"))],
] as const)("in development the mistakes in the content stand in for the page when %s", async (_, failure) => {
  const mistakes = async () => ({ status: 500, headers: {}, body: "content/site.yaml:1:1" });
  const { ask } = await frontForTests(failure, { built: null, mistakes });
  const answer = await ask("/en/blog");
  expect([answer.status, await answer.text()]).toEqual([500, "content/site.yaml:1:1"]);
});

test("in development a page that fails with whole content is shown as Next shows it", async () => {
  const { ask } = await frontForTests(500, { built: null });
  expect(await (await ask("/en/blog")).text()).toBe("GET /en/blog");
});
