import { readdirSync } from "node:fs";
import path from "node:path";
import type { Article } from "#lib/content/kinds/article.ts";
import { hubColumns } from "#lib/content/kinds/hub-column.ts";
import type { Opening } from "#lib/content/kinds/opening.ts";
import type { publicationOf } from "#lib/content/kinds/publication.ts";
import { articleListPath, articlesOnPage, pagesOf } from "#lib/content/lists/article-list.ts";
import { articleListsOf } from "#lib/content/lists/article-lists.ts";
import type { ContentFile } from "#lib/content/source/content-folder.ts";
import type { Download } from "#lib/content/source/downloads.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { cityPages } from "#lib/hours/city-pages.ts";
import { internalPaths } from "#lib/i18n/internal-paths.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { hasText } from "#lib/i18n/page-of-text.ts";
import { paths } from "#lib/i18n/paths.ts";
import { statusPaths } from "#lib/status-paths.ts";

/** What stands at an address: a file of content, what readers see from a day on, or neither where the page is made from many. */
export type Place = { file?: string; dated?: Dated };

export type Dated = Pick<ContentFile, "file" | "name"> & Parameters<typeof publicationOf>[0];

/** Every address that a text may lead to. An article that has mistakes has none, as its address is among its keys. */
export function siteAddresses(
  files: ContentFile[],
  dated: (Article | Opening)[],
  downloads: Download[] = [],
): Map<string, Place> {
  const articles = dated.filter((entry) => entry.kind === "blog");
  const entries = files.filter(({ kind }) => kind !== "blog").map((file) => ({ ...file, slug: file.name }));
  const services = entries.filter(({ kind }) => kind === "services");
  return new Map<string, Place>([
    ...[...locales.flatMap(fixedAddresses), ...programAddresses()]
      .filter((address) => !afterPost.some((end) => address.endsWith(end)))
      .map((address) => [address, {}] as const),
    ...downloads.map(({ name }) => [paths.file(name), {}] as const),
    ...services.map(({ locale, slug }) => [paths.inquiry(locale, slug), {}] as const),
    ...locales.flatMap(dataAddresses).map((address) => [address, {}] as const),
    ...locales.flatMap((locale) => listPlaces(locale, articles)),
    ...entries.flatMap((entry) => addressesOf(entry).map((address) => [address, { file: entry.file }] as const)),
    ...dated.flatMap((entry) => {
      const place = { file: entry.file, dated: entry };
      return addressesOf(entry).map((address) => [address, place] as const);
    }),
  ]);
}

function addressesOf(entry: Parameters<typeof entryPath>[0]): string[] {
  const page = entryPath(entry);
  return hasText(page) ? [page, paths.text(page)] : [page];
}

/** What a form shows when it was sent, or stands in for a page, is no page for readers to be led to. */
const afterPost = [internalPaths.redisplay(""), "/received", "/error/near"];

/** The pages that app/ spells out, such as /en/hours: read from there, so that no list of them can be out of date. */
export function fixedAddresses(locale: Locale): string[] {
  return addressesIn("[locale]").map((address) => `/${locale}${address}`);
}

/**
 * What no entry may be called: a page or a picture of the site's own would be found at its address. Of a page also what
 * stands below it, as its share image, would be taken for what is in the folder of that name, such as /en/at or /en/blog/category.
 */
export function takenAddresses(locale: Locale): string[] {
  const pictures = answeringIn("[locale]", /^opengraph-image\.tsx$/).map((address) => `${address}/opengraph-image`);
  const inside = path.join(app, "[locale]");
  const folders = readdirSync(inside, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => `/${path.relative(inside, path.join(parentPath, name)).replaceAll(path.sep, "/")}`);
  const ours = [...pictures, ...folders.filter((folder) => !folder.includes("["))];
  return [...fixedAddresses(locale), ...ours.map((address) => `/${locale}${address}`)];
}

/** What stands beside the languages, such as /sitemap.xml and /api/health. */
function programAddresses(): string[] {
  const ofFiles = readdirSync(app).flatMap((name) => {
    if (name === "robots.ts") return ["/robots.txt"];
    return /\.(ico|svg|png)$/.test(name) ? [`/${name}`] : [];
  });
  return [...addressesIn("."), ...ofFiles, ...statusPaths];
}

const app = path.join(import.meta.dirname, "../../../../app");

function addressesIn(folder: string): string[] {
  return answeringIn(folder, /^(page\.tsx|route\.ts)$/);
}

function answeringIn(folder: string, names: RegExp): string[] {
  const files = readdirSync(path.join(app, folder), { recursive: true, encoding: "utf8" }).map((file) =>
    path.parse(file),
  );
  const answering = files.filter(({ base, dir }) => names.test(base) && !dir.includes("["));
  return answering.map(({ dir }) => ["", ...dir.split(path.sep).filter(Boolean)].join("/"));
}

/** Of a list from the day on which readers see what fills it. */
function listPlaces(locale: Locale, articles: Article[]): [string, Place][] {
  const ours = articles.filter((article) => article.locale === locale).toSorted(byFirstDay);
  return (["blog", "category", "tag", "author"] as const).flatMap((kind) =>
    articleListsOf(ours, kind).flatMap((list) =>
      Array.from({ length: pagesOf(list) }, (_, index) => index + 1).flatMap((number): [string, Place][] => {
        const [first] = articlesOnPage(list, number);
        const place = first && kind !== "blog" ? { dated: first } : {};
        const feeds =
          kind === "category" && number === 1
            ? (["xml", "json"] as const).map((form) => paths.categoryFeed(locale, list.slug, form))
            : [];
        return [articleListPath(locale, list, number), ...feeds].map((address) => [address, place]);
      }),
    ),
  );
}

/** Drafts last: no day is known of them. */
function byFirstDay(a: Article, b: Article): number {
  return Number(a.draft ?? false) - Number(b.draft ?? false) || a.start.localeCompare(b.start);
}

/** The pages that are made from the site's own data, one for each of its entries. */
function dataAddresses(locale: Locale): string[] {
  return [
    ...hubColumns.map((column) => paths.hubsBy(locale, column)),
    ...cityPages.flatMap(({ slug }) => [paths.hoursIn(locale, slug), paths.hoursCalendar(locale, slug)]),
  ];
}
