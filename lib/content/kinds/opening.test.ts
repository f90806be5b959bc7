import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { searchDocuments } from "#lib/search/search-documents.ts";
import { getMenu } from "./menu.ts";
import { findOpening, getOpenings } from "./opening.ts";
import { openingForTests, serviceOfOpenings } from "./opening-for-tests.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-12-09T05:00:00Z") }));
afterEach(() => void vi.useRealTimers());

test("an opening is found by its file name, and is anywhere in Colombia where it names no city", () => {
  const root = temporaryContent({
    ...serviceOfOpenings,
    "en/openings/support-agent.md": openingForTests(),
    "es/openings/support-agent.md": openingForTests({ place: "Remoto" }),
    "en/openings/tester.md": openingForTests({ place: "Cali" }),
  });
  expect(findOpening("en", "support-agent", root)).toEqual({
    kind: "openings",
    locale: "en",
    file: "content/en/openings/support-agent.md",
    name: "support-agent",
    slug: "support-agent",
    title: "Support agent",
    metaTitle: "Support agent in Colombia, full time",
    description: expect.stringContaining("how to apply"),
    summary: "Answers the clients of a shop.",
    place: {},
    languages: ["English", "Spanish"],
    employment: "full-time",
    date: "2025-11-02",
    start: "2025-11-02T00:00",
    until: "2999-12-31",
    service: "cloud",
  });
  expect(findOpening("es", "support-agent", root)?.place).toEqual({});
  expect(findOpening("en", "tester", root)?.place).toEqual({ city: "Cali" });
});

test("openings are there from their day to the end of their last one in Colombia, the newest first", () => {
  const root = temporaryContent({
    ...serviceOfOpenings,
    "en/openings/a.md": openingForTests({ date: "December 1, 2026" }),
    "en/openings/b.md": openingForTests({ date: "December 2, 2026", until: "December 9, 2026" }),
    "en/openings/c.md": openingForTests({ date: "December 2, 2026", until: "December 8, 2026" }),
    "en/openings/d.md": openingForTests({ date: "December 10, 2026" }),
  });
  const shown = () => getOpenings("en", root).map(({ slug }) => slug);
  expect(shown()).toEqual(["b", "a"]);
  vi.setSystemTime("2026-12-09T04:59:59Z");
  expect(shown()).toEqual(["b", "c", "a"]);
  vi.setSystemTime("2026-12-10T05:00:00Z");
  expect(shown()).toEqual(["d", "a"]);
});

test("menu and search lead to the openings in a language that has one, and to none else", () => {
  const menu = "menu: [{ page: careers }, { page: blog }]\ncompany: [{ page: careers }]\ntalk: [{ page: contact }]\n";
  const root = temporaryContent({ "menu.yaml": menu, ...serviceOfOpenings, "en/openings/a.md": openingForTests() });
  const found = (locale: "en" | "es") => searchDocuments(locale, root).map(({ address }) => address);
  expect(getMenu("en", root).company).toEqual([{ href: "/en/careers", label: "Careers" }]);
  expect(getMenu("es", root)).toMatchObject({ menu: [{ href: "/es/blog" }], company: [] });
  expect(found("en")).toEqual(expect.arrayContaining(["/en/careers", "/en/careers/a"]));
  expect(found("es").filter((address) => address.includes("careers"))).toEqual([]);
});

test.each<[what: string, changes: Record<string, string | undefined>, problem: string]>([
  [
    "a service that is not there",
    { service: "clowd" },
    '11:10 service: unknown service "clowd"; did you mean cloud? known: cloud',
  ],
  ["no language", { languages: "[]" }, "7:12 languages: is empty; say which languages the work needs"],
  [
    "another kind of employment",
    { employment: "forever" },
    "8:13 employment: must be one of: full-time, part-time, contract, temporary, internship",
  ],
  ["no last day", { until: undefined }, '1:1 until: is missing; add a line "until: …"'],
  [
    "an end before its day",
    { until: "November 1, 2025" },
    "10:8 until: is before date; no reader would ever see this. To take it down, write this day into date as well",
  ],
  ["a salary", { salary: "much" }, "12:1 salary: unknown key; remove it"],
])("an opening with %s is refused at its place", (_what, changes, problem) => {
  const root = temporaryContent({
    ...serviceOfOpenings,
    "en/openings/a.md": openingForTests(changes),
    "es/openings/a.md": openingForTests(),
  });
  const lines = checkContent(root).errors.map(problemLine);
  expect(lines.filter((line) => line.includes("/openings/"))).toEqual([`content/en/openings/a.md:${problem}`]);
});

test.each(["Bogotá, Colombia", "Remote (Colombia)", "Bogotá / Remote", "Colombia", "remoto desde Cali"])(
  "the place %s is refused: the site says the country, and searches for jobs take it for a town",
  (place) => {
    const root = temporaryContent({ ...serviceOfOpenings, "en/openings/a.md": openingForTests({ place }) });
    expect(checkContent(root).errors.map(problemLine)).toEqual([
      expect.stringContaining("place: is one city of Colombia, as in Bogotá, or remote"),
    ]);
  },
);

test("a link to an opening that is still to come is refused, but from what appears no earlier", () => {
  const later = { date: "December 15, 2026" };
  const articles = (date: string, to: string) => ({
    "categories.yaml": "support:\n  en: Support\n  es: Soporte\n",
    "en/blog/now.md": post({ date, url: "now" }, `\n[See](${to})\n`),
  });
  const found = (files: Record<string, string>) =>
    checkContent(temporaryContent({ ...serviceOfOpenings, ...files })).errors.map(problemLine);
  const opening = { "en/openings/agent.md": openingForTests(later) };
  expect(found({ ...opening, ...articles("December 1, 2026", "/en/careers/agent") })).toEqual([
    expect.stringContaining("leads to /en/careers/agent, which readers do not see (content/en/openings/agent.md)"),
  ]);
  expect(found({ ...opening, ...articles("December 15, 2026", "/en/careers/agent") })).toEqual([]);
  const linking = { "en/openings/agent.md": openingForTests(later, "\n[Read](/en/blog/now)\n") };
  expect(found({ ...linking, ...articles("December 15, 2026", "/en/about") })).toEqual([]);
});
