import path from "node:path";
import type { z } from "zod";
import type { Locale } from "#lib/i18n/locales.ts";
import { throwOnErrors } from "./content-error.ts";
import { contentRoot } from "./content-folder.ts";
import { readEntries, type Source } from "./entries.ts";
import { remember } from "./remember.ts";
import { type Service, serviceSchema } from "./service.ts";

/** In the order that their front matter gives, then by name. */
export function getServices(locale: Locale, root = contentRoot): Service[] {
  const { entries, problems } = readServices(root, locale);
  throwOnErrors(problems);
  return entries;
}

export function findService(locale: Locale, slug: string, root = contentRoot): Service | undefined {
  return getServices(locale, root).find((service) => service.slug === slug);
}

export const readServices = remember(
  (root: string, locale: Locale) => {
    const reading = readEntries(root, locale, "services", serviceSchema, toService);
    reading.entries.sort((a, b) => a.order - b.order);
    return reading;
  },
  (root, locale) => [path.join(/* turbopackIgnore: true */ root, locale, "services")],
);

function toService({ value, file }: Source<z.infer<typeof serviceSchema>>): Service | undefined {
  if (!value) return undefined;
  const { title, metaTitle, meta_description: description, summary, order } = value;
  return { ...file, kind: "services", slug: file.name, title, metaTitle, description, summary, order };
}
