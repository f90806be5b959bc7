import { type Problem, throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";

/** What pages ask of a kind: all its entries of a language, and one by its slug. Both throw what is wrong in any of them. */
export function entryQuestions<Entries extends readonly { slug: string }[]>(
  [all, one]: [string, string],
  read: (root: string, locale: Locale) => { entries: Entries; problems: Problem[] },
) {
  const get = question(all, (locale: Locale, root = contentRoot): Entries => {
    const { entries, problems } = read(root, locale);
    throwOnErrors(problems);
    return entries;
  });
  const find = question(one, (locale: Locale, slug: string, root = contentRoot): Entries[number] | undefined =>
    get(locale, root).find((entry) => entry.slug === slug),
  );
  return { get, find };
}
