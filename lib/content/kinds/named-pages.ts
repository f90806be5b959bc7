import { contentRoot } from "#lib/content/source/content-folder.ts";
import { type FixedPage, fixedPages, type Has, type Words } from "#lib/i18n/fixed-pages.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { question } from "#lib/question.ts";
import { getOpenings } from "./opening.ts";
import { getProjects } from "./project.ts";

type NamedPage = Pick<FixedPage, "pathIn" | "isForLeads"> &
  Words & {
    path: string;
    /** Whether anything leads to it now. */
    isShown: boolean;
    /** Its address in each language in which something does. */
    alternates: Partial<Record<Locale, string>>;
  };

/** The pages of `fixedPages` that no file in content/ names, with their words. */
export function namedPages(locale: Locale, root = contentRoot): NamedPage[] {
  const there = locales.map((each) => [each, whatThereIs(each, root)] as const);
  return fixedPages.flatMap(({ words, isShown = () => true, ...page }) => {
    if (!words) return [];
    const shownIn = there.flatMap(([each, has]) => (isShown(has) ? [each] : []));
    return {
      ...page,
      ...words(getMessages(locale), whatThereIs(locale, root)),
      path: page.pathIn(locale),
      isShown: shownIn.includes(locale),
      alternates: Object.fromEntries(shownIn.map((each) => [each, page.pathIn(each)])),
    };
  });
}

const whatThereIs = question(
  "what there is",
  (locale: Locale, root = contentRoot): Has => ({
    stories: getProjects(locale, root).length,
    openings: getOpenings(locale, root).length,
  }),
);
