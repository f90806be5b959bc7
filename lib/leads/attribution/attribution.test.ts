import { expect, test } from "vitest";
import { type Attribution, attributionOf } from "./attribution.ts";

const siteUrl = "https://www.dreamcode.test";

test.each<[string, string | undefined, string, Attribution]>([
  ["nothing is known", undefined, "", {}],
  ["a page of ours was read before", "/en/blog/hiring?page=2#top", "", { last: { page: "/en/blog/hiring" } }],
  ["the address names that page", undefined, "from=/en/services/cloud", { last: { page: "/en/services/cloud" } }],
  [
    "a campaign led to an article",
    "/en/blog/hiring?utm_source=letter",
    "utm_source=letter&gclid=x1&landing=/en/blog/hiring",
    { first: { utm_source: "letter", gclid: "x1", landing: "/en/blog/hiring" }, last: { page: "/en/blog/hiring" } },
  ],
  [
    "nobody carried the landing page",
    "/en/blog/hiring",
    "utm_source=letter",
    { first: { utm_source: "letter" }, last: { page: "/en/blog/hiring" } },
  ],
  ["a campaign led to the form", "", "utm_source=letter", { first: { utm_source: "letter", landing: "/en/inquiry" } }],
  [
    "another site led to the form: its query may name a person",
    "https://user:pass@www.linkedin.com/in/someone?email=ana@acme.test#me",
    "",
    {
      first: { landing: "/en/inquiry", referrer: "https://www.linkedin.com/in/someone" },
      last: { referrer: "https://www.linkedin.com/in/someone" },
    },
  ],
  ["our own name is no other site", "https://www.dreamcode.test/es?x=1", "", { last: { page: "/es" } }],
  ["what a link cannot lead from", "javascript:alert(1)", "landing=data:,x&from=/en", {}],
  ["what a mail script would call by that name", undefined, "from=eve@evil.test&landing=x", {}],
  [
    "a landing page elsewhere",
    "/en",
    "utm_source=x&landing=//evil.test/x",
    { first: { utm_source: "x" }, last: { page: "/en" } },
  ],
  [
    "markup",
    '/en/"><script>',
    "utm_source=<script>&landing=/en/<b>",
    {
      first: { utm_source: "<script>", landing: "/en/%3Cb%3E" },
      last: { page: "/en/%22%3E%3Cscript%3E" },
    },
  ],
])("%s: what is kept", (_case, from, query, kept) => {
  expect(attributionOf({ query: new URLSearchParams(query), page: "/en/inquiry", from, siteUrl })).toEqual(kept);
});

test.each(["x", '"', "🦜", "\u0958"])("of everything at its longest, in %j, less than 4 kB is kept", (sign) => {
  const long = sign.repeat(5_000);
  const names = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "gclid", "fbclid", "ref"];
  const query = new URLSearchParams(names.map((name) => [name, long]));
  for (let index = 0; index < 200; index++) query.append(`more_${index}`, long);
  query.set("landing", `/${long}`);

  const kept = attributionOf({ query, page: "/en/inquiry", from: `https://a.test/${long}`, siteUrl });

  expect([...(kept.first?.utm_source ?? "")]).toHaveLength(200);
  expect(kept.last?.referrer).toHaveLength(200);
  expect(Buffer.byteLength(JSON.stringify(kept))).toBeLessThan(4096);
});
