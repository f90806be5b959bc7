import { expect, test } from "vitest";
import { pageLinks } from "./page-links.ts";

test.each([
  ["menu", ["services", "projects", "hubs", "blog", "about", "contact"]],
  ["company", ["projects", "industries", "hubs", "blog", "about", "canada", "privacy"]],
  ["talk", ["inquiry", "contact", "newsletter"]],
] as const)("the %s leads to its pages, each with a name", (place, names) => {
  const links = pageLinks("es", place);
  expect(links.map(({ href }) => href)).toEqual(names.map((name) => `/es/${name}`));
  expect(links.filter(({ label }) => label === "")).toEqual([]);
});
