import { z } from "zod";
import { inAnotherLanguage, listFiles } from "#lib/content/source/content-folder.ts";
import { list, oneOf, position, text } from "#lib/content/source/fields.ts";
import { memoizeContent } from "#lib/content/source/memoize-content.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { readClients } from "./client.ts";
import { type EntryOf, inOrder, readEntries, toEntry } from "./entries.ts";
import { entryQuestions } from "./entry-questions.ts";

export function industrySchema(root: string, locale: Locale) {
  const services = listFiles(root, locale, "services").files.map((file) => file.name);
  const sectors = readClients(root).value;
  const known = { services, sectors: sectors && Object.keys(sectors) };
  return z.strictObject({
    title: text(),
    metaTitle: text(),
    meta_description: text(500),
    summary: text(500),
    ask: text(40),
    order: position,
    tasks: z.array(text(), "must be a list: [one, two]").min(1, "is empty; say what is done for this industry"),
    services: list(oneOf("service", known.services, inAnotherLanguage(root, locale, "services"))),
    sectors: list(oneOf("sector", known.sectors)),
  });
}

/**
 * `ask` stands on the button to the form. `tasks` is what is done for the industry. `services` do it, and the clients of the `sectors` of content/clients.yaml belong
 * to it.
 */
export type Industry = EntryOf<"industries", z.infer<ReturnType<typeof industrySchema>>>;

export const readIndustries = memoizeContent(
  (root: string, locale: Locale) => {
    const schema = industrySchema(root, locale);
    return inOrder(readEntries(root, locale, "industries", schema, (source) => toEntry("industries", source)));
  },
  (_, locale) => [`${locale}/industries`, ...locales.map((one) => `${one}/services`), "clients.yaml"],
);

export const { get: getIndustries, find: findIndustry } = entryQuestions(["industries", "industry"], (root, locale) => {
  const { entries, problems } = readIndustries(root, locale);
  return { entries, problems: [...readClients(root).problems, ...problems] };
});
