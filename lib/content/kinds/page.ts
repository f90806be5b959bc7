import { z } from "zod";
import { text } from "#lib/content/source/fields.ts";
import { memoizeContent } from "#lib/content/source/memoize-content.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { type EntryOf, readEntries, toEntry } from "./entries.ts";
import { entryQuestions } from "./entry-questions.ts";

export const pageSchema = z.strictObject({
  title: text(),
  metaTitle: text(),
  meta_description: text(500),
  ask: text(40).optional(),
});

/** A standing page, such as the privacy notice. `ask` stands on its button to a form. */
export type Page = EntryOf<"pages", z.infer<typeof pageSchema>>;

export const readPages = memoizeContent(
  (root: string, locale: Locale) =>
    readEntries(root, locale, "pages", pageSchema, (source) => toEntry("pages", source)),
  (_, locale) => [`${locale}/pages`],
);

export const { get: getPages, find: findPage } = entryQuestions(["pages", "page"], readPages);
