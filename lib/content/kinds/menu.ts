import { z } from "zod";
import { contentRoot, entryPaths, kinds, listFiles } from "#lib/content/source/content-folder.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { inEachLanguage, list, oneOf, text } from "#lib/content/source/fields.ts";
import { memoizeContent } from "#lib/content/source/memoize-content.ts";
import { readYamlFile, soundValue } from "#lib/content/source/read-yaml-file.ts";
import { refuseTwice } from "#lib/content/source/refuse-twice.ts";
import { fixedPages } from "#lib/i18n/fixed-pages.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { question } from "#lib/question.ts";
import { namedPages } from "./named-pages.ts";
import { type Entry, registry } from "./registry.ts";

/** An article has an address of its own in each language, and passes; so does an opening. */
const linked = kinds.filter((kind) => kind !== "blog" && kind !== "openings");

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
  const { menu, company, talk } = soundValue(readMenu(root));
  const named = namedPages(locale, root);
  const linksOf = (items: typeof menu) =>
    items.flatMap(({ page, label }) => {
      const href = paths.page(locale, page);
      const { isShown = true, title = titleOf(href, locale, root) ?? page } =
        named.find(({ path }) => path === href) ?? {};
      return isShown ? [{ href, label: label?.[locale] ?? title }] : [];
    });
  return { menu: linksOf(menu), company: linksOf(company), talk: linksOf(talk) };
});

export const readMenu = memoizeContent(
  (root: string) => readYamlFile(root, "menu.yaml", menuSchema(root)),
  () => ["menu.yaml", ...locales.flatMap((locale) => linked.map((kind) => `${locale}/${kind}`))],
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

function titleOf(href: string, locale: Locale, root: string): string | undefined {
  const entries = linked.flatMap((kind): readonly Entry[] => registry[kind].get(locale, root));
  return entries.find((entry) => entryPath(entry) === href)?.title;
}
