import path from "node:path";
import type { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { readEntries, type Source } from "./entries.ts";
import { type Page, pageSchema } from "./page.ts";

export function getPages(locale: Locale, root = contentRoot): Page[] {
  const { entries, problems } = readPages(root, locale);
  throwOnErrors(problems);
  return entries;
}

export function findPage(locale: Locale, slug: string, root = contentRoot): Page | undefined {
  return getPages(locale, root).find((page) => page.slug === slug);
}

export const readPages = memoize(
  (root: string, locale: Locale) => readEntries(root, locale, "pages", pageSchema, toPage),
  (root, locale) => [path.join(/* turbopackIgnore: true */ root, locale, "pages")],
);

function toPage({ value, file }: Source<z.infer<typeof pageSchema>>): Page | undefined {
  if (!value) return undefined;
  const { title, metaTitle, meta_description: description } = value;
  return { ...file, kind: "pages", slug: file.name, title, metaTitle, description };
}
