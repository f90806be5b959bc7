import path from "node:path";
import type { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot, listFiles } from "#lib/content/source/content-folder.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { readClients } from "./clients.ts";
import { readEntries, type Source } from "./entries.ts";
import { type Industry, industrySchema } from "./industry.ts";

/** In the order that their front matter gives, then by name. */
export function getIndustries(locale: Locale, root = contentRoot): Industry[] {
  const { entries, problems } = readIndustries(root, locale);
  throwOnErrors([...readClients(root).problems, ...problems]);
  return entries;
}

export function findIndustry(locale: Locale, slug: string, root = contentRoot): Industry | undefined {
  return getIndustries(locale, root).find((industry) => industry.slug === slug);
}

export const readIndustries = memoize(
  (root: string, locale: Locale) => {
    const services = listFiles(root, locale, "services").files.map((file) => file.name);
    const sectors = readClients(root).value;
    const schema = industrySchema({ services, sectors: sectors && Object.keys(sectors) });
    const reading = readEntries(root, locale, "industries", schema, toIndustry);
    reading.entries.sort((a, b) => a.order - b.order);
    return reading;
  },
  (root, locale) => {
    const sources = [`${locale}/industries`, `${locale}/services`, "clients.yaml"];
    return sources.map((source) => path.join(/* turbopackIgnore: true */ root, source));
  },
);

function toIndustry({ value, file }: Source<z.infer<ReturnType<typeof industrySchema>>>): Industry | undefined {
  if (!value) return undefined;
  const { meta_description: description, ...rest } = value;
  return { ...file, kind: "industries", slug: file.name, description, ...rest };
}
