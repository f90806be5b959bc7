import { z } from "zod";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { text } from "#lib/content/source/fields.ts";
import { memoizeContent } from "#lib/content/source/memoize-content.ts";
import { readYamlFile, soundValue } from "#lib/content/source/read-yaml-file.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";

export const homeWordsSchema = z.strictObject({
  title: text(),
  lead: text(500),
  inquiryButton: text(60),
  servicesButton: text(60),
  servicesTitle: text(),
  articlesTitle: text(),
  clientsTitle: text(),
  metaTitle: text(),
  meta_description: text(500),
});

/** What the home page says in a language. What it shows in all of them alike is `getHome`'s. */
export type HomeWords = z.infer<typeof homeWordsSchema>;

export const readHomeWords = memoizeContent(
  (root: string, locale: Locale) => readYamlFile(root, `${locale}/home.yaml`, homeWordsSchema),
  (_, locale) => [`${locale}/home.yaml`],
);

export const getHomeWords = question("home words", (locale: Locale, root = contentRoot) =>
  soundValue(readHomeWords(root, locale)),
);
