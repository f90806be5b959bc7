import { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { decoded } from "#lib/content/source/decoded.ts";
import { list, text } from "#lib/content/source/fields.ts";
import { memoizeContent } from "#lib/content/source/memoize-content.ts";
import type { Place } from "#lib/content/source/parse-yaml.ts";
import { readYamlFile } from "#lib/content/source/read-yaml-file.ts";
import { defaultLocale, isLocale, type Locale, locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

/**
 * An old address with its language, and where it went. `entry` counts the lines of the file from 0; `written` is where its line
 * leads, and `isForAll` whether that is one for every language.
 */
export type Redirect = { from: string; to: string; entry: number; written: string; isForAll: boolean };

/** Where an address that moved is now. One without a language is looked up in the reader's. */
export function redirectFor(asked: string, reader: Locale, root = contentRoot): string | undefined {
  return checked(root).table.get(inLanguage(plain(asked), reader));
}

/** The same of an address where nothing stands, in whatever capitals. */
export function redirectMeant(asked: string, reader: Locale, root = contentRoot): string | undefined {
  return (
    redirectFor(asked, reader, root) ?? checked(root).spellings.get(inLanguage(plain(asked).toLowerCase(), reader))
  );
}

/** `canonicalPath` leaves signs encoded that have a meaning in addresses. In the lines of the file none are. */
function plain(asked: string): string {
  return asked
    .replaceAll(/%(?:2[3-6BCF]|3[ABDF]|40)/gi, decodeURIComponent)
    .replace(/\/$/, "")
    .normalize("NFC");
}

export function getRedirects(root = contentRoot): Map<string, string> {
  return checked(root).table;
}

function checked(root: string) {
  const read = readRedirects(root);
  throwOnErrors(read.problems);
  return read;
}

export const readRedirects = memoizeContent(
  (root: string) => {
    const { written, problems, placeOf } = readYamlFile(root, "redirects.yaml", redirectsSchema);
    // Each by itself: a mistake in one hides none in the others.
    const redirects = lines.parse(written).redirects.flatMap((line, entry) => {
      const { data } = redirect.safeParse(line);
      return data ? spelledOut(data.from, data.to, entry) : [];
    });
    const placeIn = (entry: number, key: "from" | "to"): Place =>
      placeOf?.("redirects", entry, key) ?? { line: 1, column: 1 };
    const table = new Map(redirects.map(({ from, to }) => [from, to]));
    const spellings = new Map(redirects.map(({ from, to }) => [from.toLowerCase(), to]));
    return { redirects, problems, placeIn, table, spellings };
  },
  () => ["redirects.yaml"],
);

const address = text(300)
  // As browsers copy them: /blog/dise%C3%B1o.
  .transform((written) =>
    decoded(written)
      .normalize("NFC")
      .replace(/(?<=.)\/$/, ""),
  )
  // As a publication offers the lines to be copied.
  .refine((path) => !path.startsWith("("), "write here where the page is now, as in /blog/new-name")
  .refine(
    (path) => /^(\/(?!\.{1,2}(?:\/|$))[^\s?#/]+( [^\s?#/]+)*)+$/.test(path),
    "write an address of this site from its / on, as in /blog/old-name, without what follows a ? or #",
  )
  .refine((path) => !path.includes("*"), "a * stands for itself here; write a line for each address");
const redirect = z.strictObject({ from: address, to: z.union([z.literal("/"), address]) });
export const redirectsSchema = z.strictObject({ redirects: list(redirect) });
const lines = z.object({ redirects: z.array(z.unknown()).catch([]) }).catch({ redirects: [] });

function spelledOut(from: string, to: string, entry: number): Redirect[] {
  // A file for readers to keep is the same in all languages; the page that stands in its place is the first one's.
  const named = isFile(from) ? defaultLocale : languageOf(from);
  return (named ? [named] : locales).map((locale) => ({
    from: inLanguage(from, locale),
    to: inLanguage(to, locale),
    entry,
    written: to,
    isForAll: !named,
  }));
}

function inLanguage(address: string, locale: Locale): string {
  return isFile(address) || languageOf(address) ? address : `/${locale}${address === "/" ? "" : address}`;
}

function isFile(address: string): boolean {
  return address.startsWith(paths.file(""));
}

function languageOf(address: string): Locale | undefined {
  const first = address.split("/")[1];
  return isLocale(first) ? first : undefined;
}
