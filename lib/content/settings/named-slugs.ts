import { z } from "zod";
import { inEachLanguage, slug, text } from "#lib/content/source/fields.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";

/** What visitors read, in each language, by the slug that posts and addresses use. */
export type NamedSlugs = Record<string, Record<Locale, string>>;

export const namedSlugsSchema = z.record(slug, inEachLanguage(text())).superRefine(refuseNamesakes);

/** Readers would see the same word twice, and it would lead to two pages. */
function refuseNamesakes(named: NamedSlugs, context: z.RefinementCtx) {
  for (const locale of locales) {
    const first = new Map<string, string>();
    for (const [key, names] of Object.entries(named)) {
      const other = first.get(names[locale].toLowerCase());
      const message = `is the name of ${other} as well; give one of the two another`;
      if (other) context.addIssue({ code: "custom", path: [key, locale], message });
      else first.set(names[locale].toLowerCase(), key);
    }
  }
}
