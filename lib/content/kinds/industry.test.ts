import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { findCounterpart } from "#lib/content/lists/translations.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import type { Industry } from "./industry.ts";
import { findIndustry, getIndustries } from "./industry.ts";

test("an industry is found by its file name, with what is done for it", () => {
  const root = temporaryContent({ "en/industries/retail.md": industry("sectors: [Retail]") });
  expect(findIndustry("en", "retail", root)).toEqual({
    kind: "industries",
    locale: "en",
    file: "content/en/industries/retail.md",
    name: "retail",
    slug: "retail",
    title: "Retail",
    metaTitle: "Teams for retail",
    description: "What is done for shops by teams in Colombia, and what to settle before they begin.",
    summary: "Orders that arrive.",
    order: 2,
    ask: "Ask about a shop",
    tasks: ["Orders", "Returns"],
    services: [],
    sectors: ["retail"],
  });
});

test("industries come in the order of their front matter, and pair by their names", () => {
  const root = temporaryContent({
    "en/industries/a.md": industry(),
    "en/industries/b.md": industry().replace("order: 2", "order: 1"),
    "es/industries/a.md": industry(),
  });
  expect(getIndustries("en", root).map(({ slug }) => slug)).toEqual(["b", "a"]);
  const a = findIndustry("en", "a", root);
  expect(a && findCounterpart(a, "es", root)).toMatchObject({ kind: "industries", locale: "es", name: "a" });
});

test.each([
  [
    "nothing that is done for it",
    industry().replace("[Orders, Returns]", "[]"),
    "7:8 tasks: is empty; say what is done for this industry",
  ],
  ["a text for its tasks", industry().replace("[Orders, Returns]", "Orders"), "7:8 tasks: must be a list: [one, two]"],
  ["no tasks", industry().replace(/\ntasks.*/, ""), '1:1 tasks: is missing; add a line "tasks: …"'],
  [
    "a service that is not there",
    industry("services: [cloud]"),
    '8:12 services.0: unknown service "cloud"; known: none yet',
  ],
  [
    "a sector that clients.yaml does not have",
    industry("sectors: [retial]"),
    '8:11 sectors.0: unknown sector "retial"; did you mean retail? known: retail',
  ],
  ["an unknown key", industry("clients: [Target]"), "8:1 clients: unknown key"],
])("an industry with %s is refused at its place", (_name, text, expected) => {
  const root = temporaryContent({ "en/industries/retail.md": text, "es/industries/retail.md": industry() });
  const { errors } = checkContent(root);
  expect(errors.map(problemLine)).toEqual([expect.stringContaining(`content/en/industries/retail.md:${expected}`)]);
});

test("an industry without a pair is warned of", () => {
  const { errors, warnings } = checkContent(temporaryContent({ "es/industries/retail.md": industry() }));
  expect(errors).toEqual([]);
  expect(warnings.map(problemLine)).toEqual([
    "content/es/industries/retail.md:1:1 translation: warning: has no pair in en; a translation has the same file name",
  ]);
});

test("the site's own industries name the same services and sectors in both languages", () => {
  const links = ({ slug, order, tasks, services, sectors }: Industry) => ({
    slug,
    order,
    tasks: tasks.length,
    services,
    sectors,
  });
  expect(getIndustries("en")).toHaveLength(5);
  expect(getIndustries("es").map(links)).toEqual(getIndustries("en").map(links));
});

function industry(more = "") {
  return `---
title: Retail
metaTitle: Teams for retail
meta_description: What is done for shops by teams in Colombia, and what to settle before they begin.
summary: Orders that arrive.
order: 2
tasks: [Orders, Returns]
${more && `${more}\n`}ask: Ask about a shop
---

Text.
`;
}
