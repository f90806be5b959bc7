import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { locales } from "#lib/i18n/locales.ts";
import { getHome } from "./home.ts";

const exports = `  - value: { en: 5 M, es: 5 M }
    label: { en: Exports, es: Exportaciones }
    source: { en: Globy, es: Globy }
`;

test("the home page shows services, clients and figures in the order of its file", () => {
  const home = getHome(
    contentWith(
      `services: [cloud, CODE]\nclients: [Target]\nfigures:\n${exports}    date: April 02, 2025\n    link: https://globy.com/a\n`,
    ),
  );
  expect(home).toEqual({
    services: ["cloud", "code"],
    clients: ["Target"],
    figures: [
      {
        value: { en: "5 M", es: "5 M" },
        label: { en: "Exports", es: "Exportaciones" },
        source: { en: "Globy", es: "Globy" },
        date: "2025-04-02",
        link: "https://globy.com/a",
      },
    ],
  });
});

test.each<[what: string, written: string, problem: string]>([
  [
    "a figure without a source",
    `figures:\n${exports.replace(/ +source.*\n/, "")}`,
    '2:5 figures.0.source: is missing; add a line "source: …"',
  ],
  ["a figure that nobody dates", `figures:\n${exports}`, '2:5 figures.0.when: is missing; add a line "when: …"'],
  [
    "a figure that is dated twice",
    `figures:\n${exports}    date: April 02, 2025\n    when: { en: about 2018, es: hacia 2018 }\n`,
    '6:11 figures.0.when: say once when it was counted: "when: …" in words, or "date: …" for a day',
  ],
  [
    "a figure with half a source",
    `figures:\n${exports.replace(", es: Globy", "")}`,
    '4:13 figures.0.source.es: is missing; add a line "es: …"',
  ],
  [
    "a figure in one language alone",
    `figures:\n${exports.replace(", es: Exportaciones", "")}`,
    '3:12 figures.0.label.es: is missing; add a line "es: …"',
  ],
  [
    "a key of a figure that is misspelt",
    `figures:\n${exports.replace("source", "sorce")}`,
    "4:5 figures.0.sorce: unknown key, did you mean source?",
  ],
  ["a key that is misspelt", "servises: []", "1:1 servises: unknown key, did you mean services?"],
  [
    "a service that is not there",
    "services: [clowd]",
    '1:12 services.0: unknown service "clowd"; did you mean cloud? known: cloud, code; each with a file in every language',
  ],
  [
    "a service that one language lacks",
    "services: [english]",
    '1:12 services.0: unknown service "english"; known: cloud, code; each with a file in every language',
  ],
  [
    "a service twice",
    "services: [cloud, code, cloud]",
    "1:25 services.2: cloud is number 1 of this list already; keep one of the two",
  ],
  [
    "a client that is not there",
    "clients: [Targets]",
    '1:11 clients.0: unknown client "Targets"; did you mean Target? known: Target; add it to content/clients.yaml first',
  ],
  [
    "a number with a comma between { }",
    "figures:\n  - value: { en: 6,100, es: 6.100 }\n    label: { en: Engineers, es: Ingenieros }\n    source: { en: Globy, es: Globy }",
    "2:20 figures.0.value.100: a comma ends a value between { and }; put the value that has one in quotes",
  ],
  [
    "a line with a space less",
    "figures:\n  - value: { en: 6, es: 6 }\n   label: { en: Engineers, es: Ingenieros }",
    "3:1 figures: the spaces before this line do not fit; begin it right below the key above that it stands beside",
  ],
  [
    "a line with a space more",
    "figures:\n  - value: { en: 6, es: 6 }\n    label:\n      en: Engineers\n       es: Ingenieros",
    "5:1 figures: the spaces before this line do not fit; begin it right below the key above that it stands beside",
  ],
  [
    "a line with a space less in a group",
    "figures:\n  - value: { en: 6, es: 6 }\n    label:\n      en: Engineers\n     es: Ingenieros",
    "5:1 figures: the spaces before this line do not fit; begin it right below the key above that it stands beside",
  ],
  [
    "a { that is not closed",
    "figures:\n  - value: { en: 6, es: 6\n    label: { en: Engineers, es: Ingenieros }",
    "2:1 figures: the { of this line is not closed; put } at its end",
  ],
  [
    "a quote that is not closed",
    'figures:\n  - value: { en: "6,100, es: "6.100" }\n    label: { en: Engineers, es: Ingenieros }',
    '2:1 figures: a quote is not closed in this line; each " needs another one behind its words',
  ],
  [
    "a line that begins with a tab",
    "figures:\n  - value: { en: 6, es: 6 }\n\tlabel: { en: Engineers, es: Ingenieros }\n    date: April 02, 2025",
    "3:1 figures: a tab begins this line; begin a key at the start of its line, and put spaces elsewhere",
  ],
  [
    "a list below the sign for none",
    "clients: []\n  - Target\nservices: [cloud]",
    "1:1 clients: remove the [] behind it: what it holds stands below it now",
  ],
  [
    "a list below the sign for none, with its note",
    "# none yet\nclients: [] # later\n\n  # the first\n- Target",
    "2:1 clients: remove the [] behind it: what it holds stands below it now",
  ],
  [
    "a link that is no address",
    `figures:\n${exports}    link: globy.com\n`,
    "5:11 figures.0.link: write an address like https://…",
  ],
])("%s is refused at its place", (_what, written, problem) => {
  expect(linesOf(contentWith(written)).filter((line) => line.startsWith("content/home.yaml"))).toEqual([
    `content/home.yaml:${problem}`,
  ]);
});

test("a key left out of the words in a language is an error, and so is the file", () => {
  const root = temporaryContent({ "es/home.yaml": "title: A\n" });
  expect(linesOf(root)).toContain('content/es/home.yaml:1:1 lead: is missing; add a line "lead: …"');
  rmSync(path.join(root, "es/home.yaml"));
  expect(linesOf(root)).toContain("content/es/home.yaml:1:1 file: is missing; write it again");
});

test("a title or a description of the home page that search engines would cut is a warning", () => {
  const words = readFileSync(path.join(temporaryContent({}), "en/home.yaml"), "utf8");
  const root = temporaryContent({
    "en/home.yaml": words.replace(/^metaTitle: .*$/m, `metaTitle: ${"Long ".repeat(14)}`),
  });
  expect(checkContent(root).warnings.map(problemLine)).toContainEqual(
    expect.stringMatching(/^content\/en\/home\.yaml:8:12 metaTitle: warning: has 69 characters; search engines cut/),
  );
});

test("the day of a figure that is still to come is a warning", () => {
  const warnings = (date: string) =>
    checkContent(contentWith(`figures:\n${exports}    date: ${date}\n`)).warnings.map(problemLine);
  expect(warnings("April 02, 2925")).toContainEqual(
    expect.stringMatching(/^content\/home\.yaml:5:11 figures\.0\.date: warning: is still to come; write the day/),
  );
  expect(warnings("April 02, 2025")).not.toContainEqual(expect.stringContaining("figures"));
});

function linesOf(root: string): string[] {
  return checkContent(root).errors.map(problemLine);
}

function contentWith(home: string): string {
  const both = ["cloud", "code"].flatMap((name) => locales.map((locale) => [`${locale}/services/${name}.md`, ""]));
  return temporaryContent({ ...Object.fromEntries(both), "en/services/english.md": "", "home.yaml": home });
}
