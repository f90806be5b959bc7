import { z } from "zod";
import { readCategories } from "#lib/content/settings/categories.ts";
import { readTags } from "#lib/content/settings/tags.ts";
import type { Problem } from "#lib/content/source/content-error.ts";
import type { ContentFile } from "#lib/content/source/content-folder.ts";
import { inAnotherLanguage, listFiles } from "#lib/content/source/content-folder.ts";
import { day } from "#lib/content/source/day.ts";
import { flag, list, oneOf, oneOrMore, picture, text } from "#lib/content/source/fields.ts";
import { type Focus, focus } from "#lib/content/source/focus.ts";
import { memoizeContent } from "#lib/content/source/memoize-content.ts";
import { namedImage } from "#lib/content/source/named-image.ts";
import { timeOfDay } from "#lib/content/source/time-of-day.ts";
import { isPoorAlt } from "#lib/content/text/lint/is-poor-alt.ts";
import { countWords, minutesToRead, type ReadingMinutes, readingMinutes } from "#lib/content/text/reading-minutes.ts";
import { readPublicEnv } from "#lib/env.ts";
import { colombianDate } from "#lib/hours/colombian-date.ts";
import { colombianMinute } from "#lib/hours/colombian-minute.ts";
import { contentNow } from "#lib/hours/content-now.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { isRelease } from "#lib/release/release-folder.ts";
import { readAuthors } from "./author.ts";
import { readEntries, type Source } from "./entries.ts";
import { entryQuestions } from "./entry-questions.ts";
import { publicationOf } from "./publication.ts";

// Of the page "harbor" there are harbor.html, harbor.rsc and so on, where an article "harbor.html" has a folder.
const builtEnding = /\.(html|br|gz|rsc|meta|segments)$/i;

/** The front matter of a blog post, key for key as the marketers keep it. */
export function articleSchema(root: string, locale: Locale) {
  const { authors, problems } = readAuthors(root);
  const known = {
    categories: namesIn(readCategories(root)),
    tags: namesIn(readTags(root)),
    authors: hasErrors(problems) ? undefined : authors.map(({ slug }) => slug),
    services: listFiles(root, locale, "services").files.map((file) => file.name),
    hubs: listFiles(root, locale, "hubs").files.map((file) => file.name),
  };
  return z.strictObject({
    metaTitle: text(),
    meta_description: text(500),
    title: text(),
    read: readingMinutes.optional(),
    date: day,
    time: timeOfDay.default("00:00"),
    until: day.optional(),
    url: text()
      .regex(/^(?=.*[a-z0-9])[a-z0-9._-]+$/i, "may only have letters without accents, digits, - _ and .")
      .refine((url) => !url.toLowerCase().endsWith(".md"), "may not end in .md, where each article stands as Markdown")
      .superRefine((url, context) => {
        const ending = builtEnding.exec(url)?.[0];
        const message = `may not end in ${ending}, as the files that the build makes of another url; leave the ending out`;
        if (ending) context.addIssue(message);
      }),
    category: oneOf("category", known.categories, "; a new one needs a line in content/categories.yaml"),
    imglink: picture.optional(),
    imgalt: text(300).optional(),
    imgfocus: focus.optional(),
    imgcaption: text(300).optional(),
    imgcredit: text().optional(),
    author: oneOrMore(oneOf("author", known.authors, "; a new one needs a file in content/authors")).default([]),
    updated: day.optional(),
    draft: flag.default(false),
    tags: list(oneOf("tag", known.tags, "; a new one needs a line in content/tags.yaml")).transform((tags) => [
      ...new Set(tags),
    ]),
    hubs: list(oneOf("hub", known.hubs, inAnotherLanguage(root, locale, "hubs"))),
    services: list(oneOf("service", known.services, inAnotherLanguage(root, locale, "services"))),
  });
}

/** `slug` is the `url` of the front matter; `image` is there only when content/images has the file. */
export type Article = ContentFile & {
  kind: "blog";
  slug: string;
  title: string;
  metaTitle: string;
  description: string;
  date: string;
  /** The first minute of it in Colombia, as YYYY-MM-DDTHH:MM. */
  start: string;
  /** The last day on which readers see it. */
  until?: string;
  updated?: string;
  readingMinutes: ReadingMinutes;
  category: string;
  image?: string;
  imageAlt?: string;
  imageFocus?: Focus;
  imageCaption?: string;
  imageCredit?: string;
  authors: string[];
  tags: string[];
  services: string[];
  hubs: string[];
  draft: boolean;
};

// A copy of the site for trying out shows what development shows.
const { isStaging } = readPublicEnv();

type Front = z.infer<ReturnType<typeof articleSchema>>;

const shown = new WeakMap<readonly Article[], { now: string; articles: readonly Article[] }>();

/** The same list for a minute: with 1,000 articles an update of two pages spent 7 of 19 seconds in making it anew. */
function shownOf(entries: readonly Article[]): readonly Article[] {
  if (!isRelease() || isStaging) return entries;
  const now = colombianMinute(contentNow());
  const known = shown.get(entries);
  if (known?.now === now) return known.articles;
  const articles = entries.filter((article) => publicationOf(article, now) === "published");
  shown.set(entries, { now, articles });
  return articles;
}

/** All articles of a language, drafts too, and what is wrong with the others. */
export const readArticles = memoizeContent(
  (root: string, locale: Locale) => {
    const schema = articleSchema(root, locale);
    const fileOfUrl = new Map<string, string>();

    const reading = readEntries(root, locale, "blog", schema, (source) => {
      refuseSecondUse(fileOfUrl, source);
      return toArticle(root, source);
    });
    // Posts of one minute stay in the order of their names, which is how the folder is read.
    reading.entries.sort((a, b) => compare(b.start, a.start));
    return reading;
  },
  (_, locale) => [
    `${locale}/blog`,
    ...locales.flatMap((one) => [`${one}/services`, `${one}/hubs`]),
    "categories.yaml",
    "tags.yaml",
    "authors",
    "images",
  ],
);

/** Newest first. What readers do not see, not yet or no longer, is there in development and on a staging site only. */
export const { get: getArticles, find: findArticle } = entryQuestions(["articles", "article"], (root, locale) => {
  const { entries, problems } = readArticles(root, locale);
  const named = [...readCategories(root).problems, ...readTags(root).problems];
  return { entries: shownOf(entries), problems: [...named, ...problems] };
});

/** Undefined of a file with mistakes: what they leave out would be unknown in every article, and they be named last. */
function namesIn({ value, problems }: ReturnType<typeof readTags>): string[] | undefined {
  return value && !hasErrors(problems) ? Object.keys(value) : undefined;
}

function hasErrors(problems: Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

/** Also for a file with other mistakes, and whatever the capitals: some systems do not tell them apart in addresses. */
function refuseSecondUse(fileOfUrl: Map<string, string>, { file, written, report }: Source<Front>) {
  if (!isRecord(written) || typeof written.url !== "string") return;
  const url = written.url.trim().toLowerCase();
  const other = fileOfUrl.get(url);
  if (other) report("error", "url", `${other} has the same url; change one of the two`);
  else fileOfUrl.set(url, file.file);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function toArticle(root: string, { value, file, body, report }: Source<Front>): Article | undefined {
  const { image, problem } = value?.imglink ? namedImage(root, value.imglink) : {};
  if (problem) report(problem.severity, "imglink", problem.message);
  if (!value) return undefined;
  if (value.imgalt && isPoorAlt(value.imgalt, value.imglink ?? ""))
    report("warning", "imgalt", "tells nothing of the picture; say what it shows, for who cannot see it");
  if (!value.imglink) warnOfWordsAlone(value, report);
  warnOfDate(value, report);
  warnOfUpdate(value, report);
  refuseEarlyEnd(value, report);

  const {
    url: slug,
    meta_description: description,
    time,
    read = minutesToRead(countWords(body)),
    imglink: _,
    imgalt: imageAlt,
    imgfocus: imageFocus,
    imgcaption: imageCaption,
    imgcredit: imageCredit,
    author: authors,
    ...rest
  } = value;
  const picture = { image, imageAlt, imageFocus, imageCaption, imageCredit };
  const start = `${rest.date}T${time}`;
  return { ...file, kind: "blog", slug, description, start, readingMinutes: read, ...picture, authors, ...rest };
}

function warnOfWordsAlone(value: Front, report: Source<Front>["report"]) {
  for (const key of ["imgalt", "imgfocus", "imgcaption", "imgcredit"] as const) {
    if (value[key]) report("warning", key, 'is shown with a picture only; add a line "imglink: …", or remove this one');
  }
}

/** Plans are made for months; in 2205 the 2 slipped. */
function warnOfDate({ date }: Front, report: Source<Front>["report"]) {
  const today = colombianDate(new Date());
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  const message =
    "is more than a year ahead, and readers see nothing of this until then; correct it, or write draft: true";
  if (date > inAYear) report("warning", "date", message);
}

function warnOfUpdate({ date, updated }: Front, report: Source<Front>["report"]) {
  if (!updated) return;
  if (updated < date) report("warning", "updated", "is before date; correct one of the two");
  if (updated > colombianDate(new Date())) report("warning", "updated", "is still to come; readers would see it today");
}

function refuseEarlyEnd({ date, until }: Front, report: Source<Front>["report"]) {
  if (until && until < date) report("error", "until", "is before date; no reader would ever see this");
}

function compare(a: string, b: string) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
