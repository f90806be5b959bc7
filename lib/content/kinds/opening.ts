import { z } from "zod";
import { inAnotherLanguage, listFiles } from "#lib/content/source/content-folder.ts";
import { day } from "#lib/content/source/day.ts";
import { oneOf, text } from "#lib/content/source/fields.ts";
import { memoizeContent } from "#lib/content/source/memoize-content.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { type EntryOf, readEntries, type Source, toEntry } from "./entries.ts";
import { entryQuestions } from "./entry-questions.ts";
import { publicationOf } from "./publication.ts";

const employments = ["full-time", "part-time", "contract", "temporary", "internship"] as const;

export function openingSchema(root: string, locale: Locale) {
  const services = listFiles(root, locale, "services").files.map((file) => file.name);
  return z.strictObject({
    title: text(),
    metaTitle: text(),
    meta_description: text(500),
    summary: text(500),
    place: text(60)
      // The country is said by the site; what is neither would go to searches for jobs as a town.
      .refine(
        (written) => isRemote(written) || !/[,/()]|colombia|remot/i.test(written),
        "is one city of Colombia, as in Bogotá, or remote",
      )
      .transform((written): { city?: string } => (isRemote(written) ? {} : { city: written })),
    languages: z.array(text(60), "must be a list: [one, two]").min(1, "is empty; say which languages the work needs"),
    employment: z.enum(employments, `must be one of: ${employments.join(", ")}`),
    date: day,
    until: day,
    service: oneOf("service", services, inAnotherLanguage(root, locale, "services")),
  });
}

function isRemote(place: string): boolean {
  return /^remot[eo]$/i.test(place);
}

type Front = z.infer<ReturnType<typeof openingSchema>>;

/**
 * A job. `place` without a city is all of Colombia, `start` the first minute of its day there, `until` the last day on which somebody
 * can apply.
 */
export type Opening = EntryOf<"openings", Front> & { start: string };

/** The newest first, and those of one day in the order of their file names. */
export const readOpenings = memoizeContent(
  (root: string, locale: Locale) => {
    const reading = readEntries(root, locale, "openings", openingSchema(root, locale), (source) => {
      refuseEarlyEnd(source);
      const entry = toEntry("openings", source);
      return entry && { ...entry, start: `${entry.date}T00:00` };
    });
    return { ...reading, entries: reading.entries.toSorted((a, b) => b.date.localeCompare(a.date)) };
  },
  (_, locale) => [`${locale}/openings`, ...locales.map((one) => `${one}/services`)],
);

/** Those that somebody can apply for today. */
export const { get: getOpenings, find: findOpening } = entryQuestions(["openings", "opening"], (root, locale) => {
  const { entries, problems } = readOpenings(root, locale);
  return { entries: entries.filter((opening) => publicationOf(opening) === "published"), problems };
});

function refuseEarlyEnd({ value, report }: Source<Front>) {
  if (value && value.until < value.date)
    report(
      "error",
      "until",
      "is before date; no reader would ever see this. To take it down, write this day into date as well",
    );
}
