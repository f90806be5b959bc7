import { expect, test } from "./support/test.ts";

const common = {
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
const nothing = "default-src 'none'; frame-ancestors 'none'";
const always =
  "style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; " +
  "object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const reading = `default-src 'none'; script-src 'none'; connect-src 'self'; ${always}; trusted-types 'none'`;
const scripted = `default-src 'none'; script-src 'self' HASHES; connect-src 'self'; ${always}; trusted-types 'none'`;
const revalidated = "public, max-age=0, must-revalidate";
const forGood = "public, max-age=31536000, immutable";
const html = "text/html; charset=utf-8";
const rules = { "speculation-rules": '"/speculation-rules.json"' };
const post = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  body,
  headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
});
const lead = "name=Ana&email=ana%40acme.test&message=Hello&consent=on";

type Expected = Record<string, string>;
const answers: [what: string, path: string, init: RequestInit, status: number, Expected][] = [
  [
    "an article list",
    "/en/blog",
    {},
    200,
    {
      policy: reading,
      "content-type": html,
      "cache-control": revalidated,
      etag: "etag",
      vary: "accept-encoding",
      ...rules,
    },
  ],
  [
    "the home page",
    "/es",
    {},
    200,
    {
      policy: reading,
      "content-type": html,
      "cache-control": revalidated,
      etag: "etag",
      vary: "accept-encoding",
      ...rules,
    },
  ],
  [
    "a form",
    "/en/contact",
    {},
    200,
    {
      policy: scripted,
      "content-type": html,
      "cache-control": revalidated,
      etag: "etag",
      vary: "accept-encoding",
      ...rules,
    },
  ],
  [
    "a page with a campaign",
    "/en/blog?utm_source=x",
    {},
    200,
    { policy: reading, "content-type": html, "cache-control": "private, no-cache", vary: "accept-encoding", ...rules },
  ],
  [
    "thanks",
    "/en/contact/received?ref=KX7Q2",
    {},
    200,
    { policy: scripted, "content-type": html, ...rendered(), ...rules },
  ],
  ["the shared hours", "/en/hours", {}, 200, { policy: scripted, "content-type": html, ...rendered(), ...rules }],
  [
    "an unknown address",
    "/en/nope",
    {},
    404,
    { policy: reading, "content-type": html, "cache-control": "no-cache", vary: "accept-encoding", ...rules },
  ],
  [
    "an address without a language",
    "/services",
    {},
    307,
    { policy: nothing, location: "/en/services", vary: "accept-language", "cache-control": "no-cache" },
  ],
  [
    "an address with a slash too many",
    "/en/blog/",
    {},
    308,
    { policy: nothing, location: "/en/blog", "cache-control": "no-cache" },
  ],
  [
    "a method that nothing takes",
    "/en/blog",
    { method: "PUT" },
    405,
    {
      policy: reading,
      "content-type": html,
      "cache-control": "no-store",
      vary: "accept-encoding",
      allow: "GET, HEAD",
      ...rules,
    },
  ],
  [
    "a post from elsewhere",
    "/en/contact",
    post(lead, { origin: "https://evil.example" }),
    403,
    { policy: scripted, "content-type": html, ...rendered(), ...rules },
  ],
  [
    "a form with mistakes",
    "/en/contact",
    post("name=Ana"),
    422,
    { policy: scripted, "content-type": html, ...rendered(), ...rules },
  ],
  [
    "a form that is none",
    "/en/contact",
    post("{}", { "content-type": "application/json" }),
    415,
    { policy: scripted, "content-type": html, ...rendered(), ...rules },
  ],
  [
    "a form that is too large",
    "/en/contact",
    post(`message=${"a".repeat(1_100_000)}`),
    413,
    { policy: scripted, "content-type": html, ...rendered(), ...rules },
  ],
  [
    "a form that was taken",
    "/en/contact",
    post(lead),
    303,
    { policy: nothing, location: "/en/contact/received?ref=", "cache-control": "no-store" },
  ],
  [
    "a form that was taken from a program",
    "/api/forms/contact",
    post(lead, { accept: "application/json" }),
    201,
    { policy: nothing, "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  ],
  [
    "mistakes told to a program",
    "/api/forms/contact",
    post("", { accept: "application/json" }),
    422,
    { policy: nothing, "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  ],
  [
    "the health of the site",
    "/api/health",
    {},
    200,
    { policy: nothing, "content-type": "application/json", "cache-control": "no-store" },
  ],
  [
    "the icon",
    "/icon.svg",
    {},
    200,
    {
      policy: nothing,
      "content-type": "image/svg+xml",
      "cache-control": revalidated,
      etag: "etag",
      vary: "accept-encoding",
      "cross-origin-resource-policy": "cross-origin",
    },
  ],
  [
    "the manifest",
    "/manifest.webmanifest",
    {},
    200,
    {
      policy: nothing,
      "content-type": "application/manifest+json",
      "cache-control": revalidated,
      etag: "etag",
      vary: "accept-encoding",
    },
  ],
  [
    "whom to tell of a hole",
    "/.well-known/security.txt",
    {},
    200,
    {
      policy: nothing,
      "content-type": "text/plain; charset=utf-8",
      "cache-control": revalidated,
      etag: "etag",
      vary: "accept-encoding",
    },
  ],
];

for (const [what, path, init, status, expected] of answers) {
  test(`${what} says what it should and nothing else`, async ({ site }) => {
    const answer = await fetch(site.url + path, { redirect: "manual", ...init });
    expect(answer.status).toBe(status);
    expect(await headersOf(answer)).toEqual({ ...common, ...expected });
  });
}

test("what a page asks for says what it should and nothing else", async ({ site }) => {
  const kinds = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8", woff2: "font/woff2" };
  const html = await (await fetch(`${site.url}/en/contact`)).text();
  const addresses = Array.from(html.matchAll(/"(\/_next\/[^"]+\.(css|js|woff2))"/g));
  for (const [kind, type] of Object.entries(kinds)) {
    const [, address] = addresses.find(([, , ending]) => ending === kind) ?? [];
    const text = kind === "woff2" ? {} : { vary: "accept-encoding" };
    const answer = await fetch(site.url + address);
    expect(await headersOf(answer)).toEqual({
      ...common,
      policy: nothing,
      "content-type": type,
      "cache-control": forGood,
      etag: "etag",
      ...text,
    });
  }
});

test("a share image may be shown by other sites", async ({ site }) => {
  const html = await (await fetch(`${site.url}/en/services`)).text();
  const [, address] = /property="og:image" content="https?:\/\/[^/]+(\/[^"]+)"/.exec(html) ?? [];
  const answer = await fetch(site.url + address);
  expect(await headersOf(answer)).toEqual({
    ...common,
    policy: nothing,
    "content-type": "image/png",
    "cache-control": forGood,
    etag: "etag",
    "cross-origin-resource-policy": "cross-origin",
  });
});

test("a page that is known is answered with 304 and the same headers", async ({ site }) => {
  const first = await fetch(`${site.url}/en/blog`);
  const again = await fetch(`${site.url}/en/blog`, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
  expect(again.status).toBe(304);
  expect(await headersOf(again)).toEqual(await headersOf(first));
});

test("on a site that answers over https, browsers are told to stay with it", async ({ openSite }) => {
  const site = await openSite({ SITE_URL: "https://www.dreamcode.example" });
  const answer = await fetch(`${site.url}/es/blog`);
  expect(answer.headers.get("strict-transport-security")).toBe("max-age=63072000");
});

test("security.txt names a way to tell us, and ends within a year", async ({ site }) => {
  const lines = (await (await fetch(`${site.url}/.well-known/security.txt`)).text()).trim().split("\n");
  const fields = Object.fromEntries(lines.map((line) => line.split(/: (.*)/)));
  expect(fields.Contact).toMatch(/^(mailto:|https?:\/\/).+/);
  const days = (Date.parse(fields.Expires) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(0);
  expect(days).toBeLessThan(365);
});

function rendered(): Expected {
  return {
    "cache-control": "private, no-cache, no-store, max-age=0, must-revalidate",
    vary: "accept-encoding",
    link: "font, font, font, font",
  };
}

/** Whatever differs from answer to answer is made alike. */
async function headersOf(answer: Response): Promise<Expected> {
  await answer.arrayBuffer();
  const all = Object.fromEntries(answer.headers);
  for (const hop of ["date", "connection", "keep-alive", "content-length", "content-encoding"]) delete all[hop];
  const { "content-security-policy": policy = "", etag, location, link, ...others } = all;
  return {
    ...others,
    policy: policy.replace(/'self'( '(sha256|nonce)-[\w+/=]+')+/, "'self' HASHES"),
    ...(etag && { etag: "etag" }),
    ...(link && { link: Array.from(link.matchAll(/; as="(\w+)"/g), ([, kind]) => kind).join(", ") }),
    ...(location && { location: location.replace(/ref=\w+(&call=[\w-]{43})?$/, "ref=") }),
  };
}
