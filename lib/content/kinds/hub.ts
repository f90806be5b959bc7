import { z } from "zod";
import { count, list, position, text, timeZone } from "#lib/content/source/fields.ts";
import { memoizeContent } from "#lib/content/source/memoize-content.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { type EntryOf, inOrder, readEntries, toEntry } from "./entries.ts";
import { entryQuestions } from "./entry-questions.ts";

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

/** A city with technology talent. A figure that no source gives is left out. */
export type Hub = EntryOf<"hubs", z.infer<typeof hubSchema>>;

export const readHubs = memoizeContent(
  (root: string, locale: Locale) =>
    inOrder(readEntries(root, locale, "hubs", hubSchema, (source) => toEntry("hubs", source))),
  (_, locale) => [`${locale}/hubs`],
);

export const { get: getHubs, find: findHub } = entryQuestions(["hubs", "hub"], readHubs);
