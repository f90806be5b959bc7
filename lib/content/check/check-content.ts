import path from "node:path";
import { readArticles } from "#lib/content/kinds/article.ts";
import { readAuthors } from "#lib/content/kinds/author.ts";
import { readClients } from "#lib/content/kinds/client.ts";
import { readHome } from "#lib/content/kinds/home.ts";
import { isToCome } from "#lib/content/kinds/is-to-come.ts";
import { readMenu } from "#lib/content/kinds/menu.ts";
import { readOpenings } from "#lib/content/kinds/opening.ts";
import { publicationOf } from "#lib/content/kinds/publication.ts";
import { registry } from "#lib/content/kinds/registry.ts";
import { readReplies } from "#lib/content/kinds/reply.ts";
import { readRouting } from "#lib/content/kinds/routing.ts";
import { readCategories } from "#lib/content/settings/categories.ts";
import { readHomeWords } from "#lib/content/settings/home-words.ts";
import { readRedirects } from "#lib/content/settings/redirects.ts";
import { readSalesTopics } from "#lib/content/settings/sales-topics.ts";
import { readSite } from "#lib/content/settings/site.ts";
import { readSpamExamples } from "#lib/content/settings/spam-examples.ts";
import { readTags } from "#lib/content/settings/tags.ts";
import { byPlace, errorOfFile, type Problem, problemLine } from "#lib/content/source/content-error.ts";
import { type ContentFile, contentRoot, fileIn, type Kind, kinds } from "#lib/content/source/content-folder.ts";
import { listDownloads } from "#lib/content/source/downloads.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { fixedPages } from "#lib/i18n/fixed-pages.ts";
import { locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { earlyDownloads } from "./early-downloads.ts";
import { figureDates } from "./figure-dates.ts";
import { downloadFiles } from "./files/download-files.ts";
import { outsideFiles } from "./files/outside-files.ts";
import { pictureFiles } from "./files/picture-files.ts";
import { strayFiles } from "./files/stray-files.ts";
import { windowsNames } from "./files/windows-names.ts";
import { homeMeta } from "./home-meta.ts";
import { checkLinks } from "./links/check-links.ts";
import { checkRedirects } from "./links/check-redirects.ts";
import { type ExternalLink, externalLinks } from "./links/external-links.ts";
import { siteAddresses, takenAddresses } from "./links/site-addresses.ts";
import { sitePictures } from "./site-pictures.ts";
import { brokenLetters } from "./text/broken-letters.ts";
import { type CheckedText, checkTexts, type SoundTexts } from "./text/check-texts.ts";
import { mergeConflicts } from "./text/merge-conflicts.ts";
import { rawTexts } from "./text/raw-texts.ts";
import { rawWords } from "./text/raw-words.ts";
import { unseenCharacters } from "./text/unseen-characters.ts";

type ContentCheck = {
  errors: Problem[];
  warnings: Problem[];
  /** Articles that readers do not see: drafts, those dated in the future, and those that are over. */
  hidden: number;
  /** How many files there are of each kind. */
  counts: [Kind, number][];
  sound: SoundTexts;
  /** What leads to other sites. */
  external: ExternalLink[];
};

/**
 * Reads every content file, texts included, and gathers all that is wrong, in the order of files and lines. `sound` is what
 * a check before it gave.
 */
export function checkContent(root = contentRoot, sound: SoundTexts = {}): ContentCheck {
  const articles = locales.map((locale) => readArticles(root, locale));
  const others = kinds.filter((kind) => kind !== "blog");
  const readings = [
    ...articles,
    ...others.flatMap((kind) => locales.map((locale) => registry[kind].read(root, locale))),
  ];
  const files = readings.flatMap((reading) => reading.files);

  const texts = checkTexts(files, root, sound);
  const entries = articles.flatMap((reading) => reading.entries);
  const openings = locales.flatMap((locale) => readOpenings(root, locale).entries);
  const addresses = siteAddresses(files, [...entries, ...openings], listDownloads(root));
  const unread = locales.filter((_, index) => articles[index]?.files.length !== articles[index]?.entries.length);

  const raw = rawTexts(root);
  const found = [
    ...[
      readCategories(root),
      readTags(root),
      readSite(root),
      readAuthors(root),
      readClients(root),
      readRouting(root),
      readSalesTopics(root),
      readSpamExamples(root),
      readHome(root),
      readMenu(root),
      ...locales.map((locale) => readHomeWords(root, locale)),
      ...locales.map((locale) => readReplies(root, locale)),
      readRedirects(root),
      ...readings,
    ].flatMap((reading) => reading.problems),
    ...texts.flatMap(({ problems }) => problems),
    ...checkLinks(texts, addresses, unread, readRedirects(root).table),
    ...checkRedirects(root, addresses, unread),
    ...homeMeta(root),
    ...figureDates(root),
    ...missingTranslations(files),
    ...missingPages(root, files),
    ...hiddenPages([...files.filter(({ kind }) => kind !== "blog").map(slugged), ...entries]),
    ...repeatedTitles(texts, readings),
    ...strayFiles(root),
    ...outsideFiles(root),
    ...unseenCharacters(raw),
    ...brokenLetters(raw),
    ...mergeConflicts(raw),
    ...rawWords(raw),
    ...windowsNames(root),
    ...pictureFiles(root),
    ...sitePictures(root),
    ...downloadFiles(root),
    ...earlyDownloads(root, raw, new Set([...entries, ...openings].filter(isToCome).map(({ file }) => file))),
  ];
  // A file without front matter is met twice, once for its keys and once for its text.
  const problems = [...new Map(found.map((problem) => [problemLine(problem), problem])).values()].sort(byPlace);

  return {
    errors: problems.filter((problem) => problem.severity === "error"),
    warnings: problems.filter((problem) => problem.severity === "warning"),
    hidden: entries.filter((article) => publicationOf(article) !== "published").length,
    counts: kinds.map((kind) => [kind, files.filter((file) => file.kind === kind).length]),
    external: externalLinks(texts, raw),
    sound: Object.fromEntries(
      texts.flatMap(({ file: _, sign, problems, ...text }) => (problems.length === 0 ? [[sign, text]] : [])),
    ),
  };
}

function missingTranslations(files: ContentFile[]): Problem[] {
  const written = new Set(files.map(({ kind, locale, name }) => `${locale}/${kind}/${name}`));
  return files.flatMap(({ kind, name, file }) => {
    const missing = locales.filter((locale) => !written.has(`${locale}/${kind}/${name}`));
    return missing.map((locale): Problem => {
      const message = `has no pair in ${locale}; a translation has the same file name`;
      return { severity: "warning", file, line: 1, column: 1, field: "translation", message };
    });
  });
}

/** Header, footer and forms lead to them, whatever else there is. */
function missingPages(root: string, files: ContentFile[]): Problem[] {
  const pages = new Set(files.filter(({ kind }) => kind === "pages").map(({ locale, name }) => `${locale}/${name}`));
  return locales.flatMap((locale) => {
    const written = fixedPages.flatMap(({ pathIn, words }) =>
      words || pathIn === paths.home ? [] : [path.basename(pathIn(locale))],
    );
    const missing = written.filter((name) => !pages.has(`${locale}/${name}`));
    return missing.map((name) => {
      const message = `is missing, and pages in ${locale} lead to it; write it`;
      return errorOfFile(fileIn(root, locale, "pages", `${name}.md`), "file", message);
    });
  });
}

/** A page of the site's own is found first at its address, and the file would never be seen. */
function hiddenPages(entries: Slugged[]): Problem[] {
  const taken = new Set(locales.flatMap(takenAddresses));
  const hidden = entries.filter((entry) => taken.has(entryPath(entry)));
  return hidden.map((entry) => {
    const message = `the site has something of its own at ${entryPath(entry)}; give this one another name`;
    return { ...errorOfFile(entry.file, "file name", message), ...(entry.kind === "blog" && { field: "url" }) };
  });
}

type Slugged = ContentFile & { slug: string };

function slugged(file: ContentFile): Slugged {
  return { ...file, slug: file.name };
}

function repeatedTitles(texts: CheckedText[], readings: { entries: Titled[] }[]): Problem[] {
  const titleOf = new Map(readings.flatMap(({ entries }) => entries.map(({ file, title }) => [file, title] as const)));
  return texts.flatMap(({ file: { file }, heading }): Problem[] => {
    if (!heading || heading.words !== titleOf.get(file)) return [];
    const { line, column } = heading;
    const message = "repeats the title, which the page shows above it; remove this line";
    return [{ severity: "warning", file, line, column, field: "body", message }];
  });
}

type Titled = { file: string; title: string };
