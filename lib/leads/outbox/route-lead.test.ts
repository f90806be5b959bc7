import { expect, test } from "vitest";
import { routeLead } from "./route-lead.ts";

const routing = [
  { form: "application", language: "en" as const, to: ["people@x.test"] },
  { service: "cloud", country: "CA", to: ["toronto@x.test"] },
  { service: "cloud", to: ["cloud@x.test"] },
  { language: "es" as const, to: ["bogota@x.test", "medellin@x.test"] },
];
const recipients = ["sales@x.test"];

test.each([
  ["of its form", { form: "application" as const, locale: "en" as const, fields: {} }, ["people@x.test"]],
  [
    "of its form in another language",
    { form: "application" as const, locale: "es" as const, fields: {} },
    ["bogota@x.test", "medellin@x.test"],
  ],
  ["every condition fits", { locale: "en" as const, fields: { service: "cloud", country: "CA" } }, ["toronto@x.test"]],
  ["one condition does not", { locale: "en" as const, fields: { service: "cloud", country: "US" } }, ["cloud@x.test"]],
  ["two rules fit: the first decides", { locale: "es" as const, fields: { service: "cloud" } }, ["cloud@x.test"]],
  ["the language alone", { locale: "es" as const, fields: {} }, ["bogota@x.test", "medellin@x.test"]],
  ["nothing fits: everybody", { locale: "en" as const, fields: { service: "databases", country: "CA" } }, recipients],
])("%s", (_case, lead, expected) => {
  expect(routeLead({ form: "inquiry", ...lead }, { routing, leadsTo: recipients })).toEqual(expected);
});
