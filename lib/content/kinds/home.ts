import { z } from "zod";
import { contentRoot, listFiles } from "#lib/content/source/content-folder.ts";
import { day } from "#lib/content/source/day.ts";
import { inEachLanguage, list, oneOf, text } from "#lib/content/source/fields.ts";
import { memoizeContent } from "#lib/content/source/memoize-content.ts";
import { readYamlFile, soundValue } from "#lib/content/source/read-yaml-file.ts";
import { refuseTwice } from "#lib/content/source/refuse-twice.ts";
import { locales } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";
import { readClients } from "./client.ts";

/** A number that nobody can look up is a claim: who counted has to be said, and when. */
const figure = z
  .strictObject({
    value: inEachLanguage(text()),
    label: inEachLanguage(text()),
    source: inEachLanguage(text()),
    when: inEachLanguage(text()).optional(),
    date: day.optional(),
    link: z.url({ protocol: /^https$/, error: "write an address like https://…" }).optional(),
  })
  .refine(({ when, date }) => !when !== !date, {
    path: ["when"],
    // What is wrong with a key itself is said alone.
    when: ({ issues }) => issues.length === 0,
    error: 'say once when it was counted: "when: …" in words, or "date: …" for a day',
  });

export function homeSchema(root: string) {
  const [first = [], ...others] = locales.map((locale) =>
    listFiles(root, locale, "services").files.map(({ name }) => name),
  );
  const sectors = readClients(root).value;
  const known = {
    services: first.filter((name) => others.every((names) => names.includes(name))),
    clients: sectors && Object.values(sectors).flatMap(({ clients }) => clients),
  };
  return z.strictObject({
    services: list(oneOf("service", known.services, "; each with a file in every language")).superRefine(refuseTwice),
    clients: list(oneOf("client", known.clients, "; add it to content/clients.yaml first")).superRefine(refuseTwice),
    figures: list(figure),
  });
}

/** What the home page shows in every language alike: services and clients by their names, and figures. */
export type Home = z.infer<ReturnType<typeof homeSchema>>;

export const readHome = memoizeContent(
  (root: string) => readYamlFile(root, "home.yaml", homeSchema(root)),
  () => ["home.yaml", "clients.yaml", ...locales.map((locale) => `${locale}/services`)],
);

export const getHome = question("home", (root = contentRoot): Home => soundValue(readHome(root)));
