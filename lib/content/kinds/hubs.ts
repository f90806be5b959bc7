import path from "node:path";
import type { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { readEntries, type Source } from "./entries.ts";
import { type Hub, hubSchema } from "./hub.ts";

/** In the order that their front matter gives, then by name. */
export function getHubs(locale: Locale, root = contentRoot): Hub[] {
  const { entries, problems } = readHubs(root, locale);
  throwOnErrors(problems);
  return entries;
}

export function findHub(locale: Locale, slug: string, root = contentRoot): Hub | undefined {
  return getHubs(locale, root).find((hub) => hub.slug === slug);
}

export const readHubs = memoize(
  (root: string, locale: Locale) => {
    const reading = readEntries(root, locale, "hubs", hubSchema, toHub);
    reading.entries.sort((a, b) => a.order - b.order);
    return reading;
  },
  (root, locale) => [path.join(/* turbopackIgnore: true */ root, locale, "hubs")],
);

function toHub({ value, file }: Source<z.infer<typeof hubSchema>>): Hub | undefined {
  if (!value) return undefined;
  const { meta_description: description, ...rest } = value;
  return { ...file, kind: "hubs", slug: file.name, description, ...rest };
}
