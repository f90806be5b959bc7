import path from "node:path";
import { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import type { ContentFile } from "#lib/content/source/content-folder.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { count, list, position, text, timeZone } from "#lib/content/source/fields.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";
import { readEntries, type Source } from "./entries.ts";

const scopes = ["city", "country"] as const;

/** `label` says what the number counts, and where, as a reader meets it. */
const figure = z.strictObject({
  value: count,
  scope: z.enum(scopes, `must be one of: ${scopes.join(", ")}`),
  label: text(),
  source: text(),
});

export const hubSchema = z.strictObject({
  title: text(),
  country: text(),
  timeZone,
  metaTitle: text(),
  meta_description: text(500),
  summary: text(500),
  order: position,
  knownFor: list(text()),
  figures: z
    .strictObject(
      { population: figure, universities: figure, professionals: figure },
      "must be population, universities or professionals, each with value, scope, label and source",
    )
    .partial()
    .default({}),
});

export type Figure = z.infer<typeof figure>;
export type Figures = z.infer<typeof hubSchema>["figures"];

/** A city with technology talent. `slug` is the file name; a figure that no source gives is left out. */
export type Hub = ContentFile & {
  kind: "hubs";
  slug: string;
  title: string;
  country: string;
  timeZone: string;
  metaTitle: string;
  description: string;
  summary: string;
  order: number;
  knownFor: string[];
  figures: Figures;
};

/** In the order that their front matter gives, then by name. */
export const getHubs = question("hubs", (locale: Locale, root = contentRoot): Hub[] => {
  const { entries, problems } = readHubs(root, locale);
  throwOnErrors(problems);
  return entries;
});

export const findHub = question("hub", (locale: Locale, slug: string, root = contentRoot): Hub | undefined => {
  return getHubs(locale, root).find((hub) => hub.slug === slug);
});

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
