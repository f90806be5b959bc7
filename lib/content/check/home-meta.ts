import { metaWarnings } from "#lib/content/kinds/meta-warnings.ts";
import { readHomeWords } from "#lib/content/settings/home-words.ts";
import type { Problem } from "#lib/content/source/content-error.ts";
import { fileIn } from "#lib/content/source/content-folder.ts";
import { locales } from "#lib/i18n/locales.ts";

/** What search engines would cut of the home page's own title and description. */
export function homeMeta(root: string): Problem[] {
  return locales.flatMap((locale) => {
    const { written, placeOf } = readHomeWords(root, locale);
    const file = fileIn(root, locale, "home.yaml");
    const problems: Problem[] = [];
    metaWarnings()({ file }, written, (severity, field, message) => {
      problems.push({ severity, file, ...(placeOf?.(field) ?? { line: 1, column: 1 }), field, message });
    });
    return problems;
  });
}
