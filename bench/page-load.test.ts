import { expect, test } from "vitest";
import { pageLoad, row, shortfalls, summary } from "./page-load.ts";

test("a page that keeps everything falls short of nothing, however slow it is", () => {
  expect(shortfalls(pageLoad(report({ performance: 0.2 })))).toEqual([]);
});

test.each([
  { given: { accessibility: 0.99 }, said: "A11y is 99, not 100" },
  { given: { "best-practices": 0.5 }, said: "BP is 50, not 100" },
  { given: { seo: null }, said: "SEO is 0, not 100" },
])("a score under 100, or none, is a shortfall: $said", ({ given, said }) => {
  expect(shortfalls(pageLoad(report(given)))).toEqual([said]);
});

test("the audit behind a lost score is named with the first thing it points at", () => {
  const load = pageLoad(report({ seo: 0.9 }, { "link-text": { score: 0, details: { items: [{ href: "/en" }] } } }));
  expect(shortfalls(load)).toEqual(["SEO is 90, not 100", 'link-text | Title | {"href":"/en"}']);
});

test("one load of three that shifts is enough, while of speed the middle one counts", () => {
  const loads = [100, 900, 200].map((ms, index) => pageLoad(report({}, {}, { ms, shift: index === 1 ? 0.00004 : 0 })));
  const load = summary(loads);
  expect(load.numbers).toMatchObject({ LCP: 200, CLS: 0.00004 });
  expect(shortfalls(load)).toEqual(["CLS is 0.00004, not 0", `layout-shifts | Title | {"score":0.00004}`]);
});

test("what is over the budget of a page is a shortfall, and what is just within it is none", () => {
  const load = pageLoad(report());
  expect(shortfalls(load, { requests: 4, HTML: 2, JS: 1, fonts: 0 })).toEqual([]);
  expect(shortfalls(load, { requests: 3, HTML: 1.9, JS: 0 })).toEqual([
    "requests is 4.0, more than 3",
    "HTML is 2.0, more than 1.9",
    "JS is 1.0, more than 0",
  ]);
});

test("bytes are given by kind, and what has no column of its own is under other", () => {
  expect(row(pageLoad(report())).slice(-8)).toEqual(["4", "2.0", "0.0", "1.0", "0.0", "0.0", "1.5", "4.5"]);
});

function report(scores = {}, audit = {}, { ms = 100, shift = 0 } = {}) {
  const all = { performance: 1, accessibility: 1, "best-practices": 1, seo: 1, ...scores };
  const refs = Object.keys(audit).map((id) => ({ id, weight: 1 }));
  const requests = [
    { resourceType: "Document", transferSize: 2048 },
    { resourceType: "Script", transferSize: 1024 },
    { resourceType: "Fetch", transferSize: 512 },
    { resourceType: "Other", transferSize: 1024 },
  ];
  const audits = {
    "first-contentful-paint": { numericValue: ms },
    "largest-contentful-paint": { numericValue: ms },
    "cumulative-layout-shift": { numericValue: shift },
    "total-blocking-time": { numericValue: 0 },
    "layout-shifts": { details: { items: [{ score: shift }] } },
    "network-requests": { details: { items: requests } },
    ...audit,
  };
  return {
    categories: Object.fromEntries(
      Object.entries(all).map(([id, score]) => [id, { score, auditRefs: id === "seo" ? refs : [] }]),
    ),
    audits: Object.fromEntries(
      Object.entries(audits).map(([id, given]) => [
        id,
        { title: "Title", score: 1, scoreDisplayMode: "numeric", ...given },
      ]),
    ),
  };
}
