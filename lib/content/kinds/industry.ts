import path from "node:path";
import { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import type { ContentFile } from "#lib/content/source/content-folder.ts";
import { contentRoot, inAnotherLanguage, listFiles } from "#lib/content/source/content-folder.ts";
import { list, oneOf, position, text } from "#lib/content/source/fields.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";
import { readClients } from "./client.ts";
import { readEntries, type Source } from "./entries.ts";

export function industrySchema(root: string, locale: Locale) {
  const services = listFiles(root, locale, "services").files.map((file) => file.name);
  const sectors = readClients(root).value;
  const known = { services, sectors: sectors && Object.keys(sectors) };
  return z.strictObject({
    title: text(),
    metaTitle: text(),
    meta_description: text(500),
    summary: text(500),
    order: position,
    tasks: z.array(text(), "must be a list: [one, two]").min(1, "is empty; say what is done for this industry"),
    services: list(oneOf("service", known.services, inAnotherLanguage(root, locale, "services"))),
    sectors: list(oneOf("sector", known.sectors)),
  });
}

/**
 * `slug` is the file name; `tasks` is what is done for the industry. `services` do it, and the clients of the `sectors`
 * of content/clients.yaml belong to it.
 */
export type Industry = ContentFile & {
  kind: "industries";
  slug: string;
  title: string;
  metaTitle: string;
  description: string;
  summary: string;
  order: number;
  tasks: string[];
  services: string[];
  sectors: string[];
};

/** In the order that their front matter gives, then by name. */
export const getIndustries = question("industries", (locale: Locale, root = contentRoot): Industry[] => {
  const { entries, problems } = readIndustries(root, locale);
  throwOnErrors([...readClients(root).problems, ...problems]);
  return entries;
});

export const findIndustry = question(
  "industry",
  (locale: Locale, slug: string, root = contentRoot): Industry | undefined => {
    return getIndustries(locale, root).find((industry) => industry.slug === slug);
  },
);

export const readIndustries = memoize(
  (root: string, locale: Locale) => {
    const reading = readEntries(root, locale, "industries", industrySchema(root, locale), toIndustry);
    reading.entries.sort((a, b) => a.order - b.order);
    return reading;
  },
  (root, locale) => {
    const sources = [`${locale}/industries`, ...locales.map((one) => `${one}/services`), "clients.yaml"];
    return sources.map((source) => path.join(/* turbopackIgnore: true */ root, source));
  },
);

function toIndustry({ value, file }: Source<z.infer<ReturnType<typeof industrySchema>>>): Industry | undefined {
  if (!value) return undefined;
  const { meta_description: description, ...rest } = value;
  return { ...file, kind: "industries", slug: file.name, description, ...rest };
}
