import path from "node:path";
import { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import type { ContentFile } from "#lib/content/source/content-folder.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { text } from "#lib/content/source/fields.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";
import { readEntries, type Source } from "./entries.ts";

export const pageSchema = z.strictObject({ title: text(), metaTitle: text(), meta_description: text(500) });

/** A standing page, such as the privacy notice. `slug` is the file name. */
export type Page = ContentFile & {
  kind: "pages";
  slug: string;
  title: string;
  metaTitle: string;
  description: string;
};

export const getPages = question("pages", (locale: Locale, root = contentRoot): Page[] => {
  const { entries, problems } = readPages(root, locale);
  throwOnErrors(problems);
  return entries;
});

export const findPage = question("page", (locale: Locale, slug: string, root = contentRoot): Page | undefined => {
  return getPages(locale, root).find((page) => page.slug === slug);
});

export const readPages = memoize(
  (root: string, locale: Locale) => readEntries(root, locale, "pages", pageSchema, toPage),
  (root, locale) => [path.join(/* turbopackIgnore: true */ root, locale, "pages")],
);

function toPage({ value, file }: Source<z.infer<typeof pageSchema>>): Page | undefined {
  if (!value) return undefined;
  const { title, metaTitle, meta_description: description } = value;
  return { ...file, kind: "pages", slug: file.name, title, metaTitle, description };
}
