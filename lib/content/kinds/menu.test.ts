import { expect, test } from "vitest";
import { problemLine } from "#lib/content/source/content-error.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { getMenu, readMenu } from "./menu.ts";

const footer = "company: [{ page: about }]\ntalk: [{ page: contact }]\n";

test.each([
  ["menu", ["services", "projects", "hubs", "hours", "blog", "about", "contact"]],
  ["company", ["projects", "industries", "hubs", "hours", "blog", "about", "canada", "vendor", "privacy"]],
  ["talk", ["inquiry", "contact", "newsletter"]],
] as const)("the %s leads to its pages, each with a name", (place, names) => {
  const links = getMenu("es")[place];
  expect(links.map(({ href }) => href)).toEqual(names.map((name) => `/es/${name}`));
  expect(links.filter(({ label }) => label === "")).toEqual([]);
});

test("the clients are called stories once one is told", () => {
  const files = { "menu.yaml": `menu: [{ page: projects }]\n${footer}` };
  const story =
    "---\ntitle: a\nclient: Pycca\nsector: retail\nmetaTitle: a\nmeta_description: b\nsummary: c\n---\n\nText.\n";
  const clients = "retail:\n  name: { en: Retail, es: Comercio }\n  clients: [Pycca]\n";
  const told = { ...files, "clients.yaml": clients, "en/projects/stock.md": story };
  const labelIn = (root: string) => getMenu("en", root).menu[0]?.label;
  expect([labelIn(temporaryContent(files)), labelIn(temporaryContent(told))]).toEqual(["Clients", "Customer stories"]);
});

test("a page stands there by its label, or else by its title", () => {
  const root = temporaryContent({
    "menu.yaml": `menu: [{ page: /about }, { page: blog }, { page: canada, label: { en: Canada, es: Canadá } }]\n${footer}`,
  });
  expect(getMenu("es", root).menu).toEqual([
    { href: "/es/about", label: "about" },
    { href: "/es/blog", label: "Blog" },
    { href: "/es/canada", label: "Canadá" },
  ]);
});

test.each([
  [
    "a page that is not there",
    `menu: [{ page: abuot }]\n${footer}`,
    /^content\/menu\.yaml:1:16 menu\.0\.page: unknown page "abuot"; did you mean about\? known: services, .*privacy; each is there in every language$/,
  ],
  [
    "a page that one language lacks",
    `menu: [{ page: jobs }]\n${footer}`,
    /^content\/menu\.yaml:1:16 menu\.0\.page: unknown page "jobs"; .*known: /,
  ],
  [
    "a label in one language",
    `menu: [{ page: about, label: { en: About } }]\n${footer}`,
    /^content\/menu\.yaml:1:30 menu\.0\.label\.es: is missing; add a line "es: …"$/,
  ],
  [
    "a page twice",
    `menu: [{ page: about }, { page: blog }, { page: about }]\n${footer}`,
    /^content\/menu\.yaml:1:41 menu\.2: about is number 1 of this list already; keep one of the two$/,
  ],
  [
    "a menu without pages",
    `menu: []\n${footer}`,
    /^content\/menu\.yaml:1:7 menu: leads nowhere; name at least one page$/,
  ],
  ["a place left out", footer, /^content\/menu\.yaml:1:1 menu: is missing; add a line "menu: …"$/],
  [
    "a place that is misspelt",
    `menus: [{ page: blog }]\n${footer}`,
    /^content\/menu\.yaml:1:1 menus: unknown key, did you mean menu\?$/,
  ],
])("%s is refused at its place", (_what, written, problem) => {
  const root = temporaryContent({ "menu.yaml": written, "en/pages/jobs.md": "" });
  expect(readMenu(root).problems.map(problemLine)).toEqual([expect.stringMatching(problem)]);
});
