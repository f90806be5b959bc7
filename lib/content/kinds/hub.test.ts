import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { findCounterpart } from "#lib/content/lists/translations.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import type { Hub } from "./hub.ts";
import { findHub, getHubs } from "./hub.ts";

const population = `figures:
  population:
    value: 51520000
    scope: country
    label: people in Colombia
    source: Globy`;

test("a hub is found by its file name, with the figures that it gives", () => {
  const root = temporaryContent({ "en/hubs/cali.md": hub(population) });
  expect(findHub("en", "cali", root)).toEqual({
    kind: "hubs",
    locale: "en",
    file: "content/en/hubs/cali.md",
    name: "cali",
    slug: "cali",
    title: "Cali",
    country: "Colombia",
    timeZone: "America/Bogota",
    metaTitle: "Cali",
    description: "Who works in Cali, at which companies, and what has been counted there by whom.",
    summary: "A city of universities.",
    order: 2,
    knownFor: ["Universities"],
    figures: { population: { value: 51520000, scope: "country", label: "people in Colombia", source: "Globy" } },
  });
});

test("hubs come in the order of their front matter, and a hub without figures is a hub", () => {
  const root = temporaryContent({ "en/hubs/a.md": hub(), "en/hubs/b.md": hub().replace("order: 2", "order: 1") });
  expect(getHubs("en", root).map(({ slug, figures }) => [slug, figures])).toEqual([
    ["b", {}],
    ["a", {}],
  ]);
});

test.each([
  [
    "a figure without a source",
    without("source"),
    '11:5 figures.population.source: is missing; add a line "source: …"',
  ],
  ["a figure without a label", without("label"), '11:5 figures.population.label: is missing; add a line "label: …"'],
  ["a figure without its scope", without("scope"), "11:5 figures.population.scope: is missing"],
  [
    "a scope that is none",
    hub(population.replace("country", "region")),
    "12:12 figures.population.scope: must be one of: city, country",
  ],
  [
    "a number with points",
    hub(population.replace("51520000", "51.520.000")),
    '11:12 figures.population.value: "51.520.000" is not a whole number; write it without points or commas',
  ],
  ["a figure of another kind", hub(population.replace("population", "startups")), "10:3 figures.startups: unknown key"],
  ["an unknown key", hub("mayor: somebody"), "9:1 mayor: unknown key"],
  [
    "a time zone that is none",
    hub().replace("America/Bogota", "America/Cali"),
    "4:11 timeZone: write a time zone like America/Bogota",
  ],
  [
    "a zone without summer time",
    hub().replace("America/Bogota", "EST"),
    "4:11 timeZone: is no zone of a place; write one like America/Toronto",
  ],
])("%s is refused at its place", (_name, text, expected) => {
  const root = temporaryContent({ "en/hubs/cali.md": text, "es/hubs/cali.md": hub() });
  const { errors } = checkContent(root);
  expect(errors.map(problemLine)).toEqual([expect.stringContaining(`content/en/hubs/cali.md:${expected}`)]);
});

test("a hub without a pair is warned of", () => {
  const { errors, warnings } = checkContent(temporaryContent({ "es/hubs/cali.md": hub() }));
  expect(errors).toEqual([]);
  expect(warnings.map(({ message }) => message)).toEqual(["has no pair in en; a translation has the same file name"]);
});

test("the site's own hubs say the same numbers and the same clock in both languages", () => {
  const facts = ({ slug, order, timeZone, figures }: Hub) => ({
    slug,
    order,
    timeZone,
    figures: Object.entries(figures).map(([key, { value, scope }]) => [key, value, scope]),
  });
  expect(getHubs("en").length).toBeGreaterThan(0);
  expect(getHubs("es").map(facts)).toEqual(getHubs("en").map(facts));
});

test("the pair of a hub is the hub of the same name", () => {
  const root = temporaryContent({ "en/hubs/cali.md": hub(), "es/hubs/cali.md": hub() });
  const cali = findHub("en", "cali", root);
  expect(cali && findCounterpart(cali, "es", root)).toMatchObject({ kind: "hubs", locale: "es", name: "cali" });
});

function without(key: string) {
  return hub(population.replace(new RegExp(`\n    ${key}: .*`), ""));
}

function hub(more = "") {
  return `---
title: Cali
country: Colombia
timeZone: America/Bogota
metaTitle: Cali
meta_description: Who works in Cali, at which companies, and what has been counted there by whom.
summary: A city of universities.
order: 2
${more && `${more}\n`}knownFor: [Universities]
---

Text.
`;
}
