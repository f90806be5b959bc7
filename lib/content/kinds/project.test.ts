import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { findCounterpart } from "#lib/content/lists/translations.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { getClientSectors } from "./client.ts";
import { findProject } from "./project.ts";

const quote = `quote:
  text: It was on time.
  name: A client
  role: Director
  permission: by letter`;

const clients = "retail: { name: { en: Retail, es: Comercio }, clients: [Target] }\n";

test("a story is found by its file name, and nobody is shown who permitted the quotation", () => {
  const root = temporaryContent({ "en/projects/target.md": project(quote), "es/projects/target.md": project() });
  const story = findProject("en", "target", root);
  expect(story).toMatchObject({ kind: "projects", slug: "target", client: "Target", sector: "retail" });
  expect(story?.quote).toEqual({ text: "It was on time.", name: "A client", role: "Director" });
  expect(story && findCounterpart(story, "es", root)).toMatchObject({ locale: "es", name: "target" });
});

test.each([
  "No objection by letter, 2026-05-12",
  "Not objected to by their lawyers",
  "Sin objeción por correo",
  "noted by mail",
])("%s is a permission", (said) => {
  const root = temporaryContent({
    "clients.yaml": clients,
    "en/projects/target.md": project(quote.replace("by letter", said)),
  });
  expect(findProject("en", "target", root)?.quote?.text).toBe("It was on time.");
});

test.each([
  ...["no", "false", "'No'", "no, not yet", "sin permiso", "pending", "por confirmar", "n/a"].map(
    (said): [string, string, string] => [
      `a quotation with the permission ${said}`,
      project(quote.replace("by letter", said)),
      "12:15 quote.permission: says that nobody allowed it; leave the quote out until somebody does",
    ],
  ),
  [
    "a quotation without permission",
    project(quote.replace(/\n {2}permission.*/, "")),
    "9:3 quote.permission: is missing",
  ],
  [
    "a client who is not in the list",
    project().replace("Target", "Tarjet"),
    '3:9 client: unknown client "Tarjet"; did you mean Target?',
  ],
  [
    "a sector that is not in the list",
    project().replace("retail", "retial"),
    '4:9 sector: unknown sector "retial"; did you mean retail?',
  ],
  [
    "a sector that its client is not in",
    project().replace("sector: retail", "sector: finance"),
    "4:9 sector: Target is listed under retail in content/clients.yaml",
  ],
  [
    "a service that is not there",
    project("services: [cloud]"),
    '8:12 services.0: unknown service "cloud"; known: none yet',
  ],
  ["an unknown key", project("budget: 5"), "8:1 budget: unknown key"],
])("%s is refused at its place", (_name, text, expected) => {
  const root = temporaryContent({
    "clients.yaml": `${clients}finance: { name: { en: Finance, es: Finanzas }, clients: [Falabella] }\n`,
    "en/projects/target.md": text,
    "es/projects/target.md": project(),
  });
  const { errors } = checkContent(root);
  expect(errors.map(problemLine)).toEqual([expect.stringContaining(`content/en/projects/target.md:${expected}`)]);
});

test("clients come by sector, in the order of the file and with the name of the sector in both languages", () => {
  const root = temporaryContent({
    "clients.yaml":
      "retail: { name: { en: Retail, es: Comercio }, clients: [Target, Pycca] }\nfinance: { name: { en: Finance, es: Finanzas } }",
  });
  expect(Object.entries(getClientSectors(root))).toEqual([
    ["retail", { name: { en: "Retail", es: "Comercio" }, clients: ["Target", "Pycca"] }],
    ["finance", { name: { en: "Finance", es: "Finanzas" }, clients: [] }],
  ]);
});

function project(more = "") {
  return `---
title: Parcels on time
client: Target
sector: retail
metaTitle: Parcels on time
meta_description: How parcels came to arrive on time.
summary: Fewer late parcels.
${more && `${more}\n`}---

## The challenge

Parcels were late.
`;
}
