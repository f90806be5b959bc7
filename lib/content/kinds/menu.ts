import path from "node:path";
import { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot, entryPaths, kinds, listFiles } from "#lib/content/source/content-folder.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { inEachLanguage, list, oneOf, text } from "#lib/content/source/fields.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import { readYamlFile } from "#lib/content/source/read-yaml-file.ts";
import { refuseTwice } from "#lib/content/source/refuse-twice.ts";
import { fixedPages } from "#lib/i18n/fixed-pages.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { question } from "#lib/question.ts";
import { type Entry, registry } from "./registry.ts";

/** An article has an address of its own in each language, and passes. */
const linked = kinds.filter((kind) => kind !== "blog");

export function menuSchema(root: string) {
  const [first = [], ...others] = locales.map((locale) => pagesIn(root, locale));
  const pages = first.filter((name) => others.every((names) => names.includes(name)));
  const item = z.strictObject({
    page: text()
      .transform((written) => written.replace(/^\/+/, ""))
      .pipe(oneOf("page", pages, "; each is there in every language")),
    label: inEachLanguage(text(60)).optional(),
  });
  const place = list(item)
    .refine((items) => items.length > 0, "leads nowhere; name at least one page")
    .superRefine((items, context) =>
      refuseTwice(
        items.map(({ page }) => page),
        context,
      ),
    );
  return z.strictObject({ menu: place, company: place, talk: place });
}

/** What the menu and the columns of the footer lead to, in their order. */
export type Menu = Record<"menu" | "company" | "talk", { href: string; label: string }[]>;

export const getMenu = question("menu", (locale: Locale, root = contentRoot): Menu => {
  const { value, problems } = readMenu(root);
  throwOnErrors(problems);
  if (!value) throw new Error("menu.yaml gave neither a value nor a problem");
  const linksOf = (items: typeof value.menu) =>
    items.map(({ page, label }) => ({
      href: paths.page(locale, page),
      label: label?.[locale] ?? titleOf(page, locale, root),
    }));
  return { menu: linksOf(value.menu), company: linksOf(value.company), talk: linksOf(value.talk) };
});

export const readMenu = memoize(
  (root: string) => readYamlFile(root, "menu.yaml", menuSchema(root)),
  (root) => {
    const sources = ["menu.yaml", ...locales.flatMap((locale) => linked.map((kind) => `${locale}/${kind}`))];
    return sources.map((source) => path.join(/* turbopackIgnore: true */ root, source));
  },
);

/** By what follows the language in their address. */
function pagesIn(root: string, locale: Locale): string[] {
  const addresses = [
    ...fixedPages.flatMap(({ pathIn, words }) => (words ? [pathIn(locale)] : [])),
    ...linked.flatMap((kind) =>
      listFiles(root, locale, kind).files.map(({ name }): string => entryPaths[kind](locale, name)),
    ),
  ];
  return addresses.map((address) => address.slice(`/${locale}/`.length));
}

function titleOf(page: string, locale: Locale, root: string): string {
  const href = paths.page(locale, page);
  const words = fixedPages.find(({ pathIn }) => pathIn(locale) === href)?.words;
  if (words) return words(getMessages(locale)).title;
  const entries = linked.flatMap((kind): readonly Entry[] => registry[kind].get(locale, root));
  return entries.find((entry) => entryPath(entry) === href)?.title ?? page;
}
