import type { Metadata } from "next";
import { pageLocale } from "#app/page-locale.ts";
import { getProjects } from "#lib/content/kinds/project.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { fixedPages } from "#lib/i18n/fixed-pages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { pageMetadata } from "#lib/pages/page-metadata.ts";

/** Of the page at this address of `fixedPages`, which has its words. */
export function fixedMetadata(pathIn: (locale: Locale) => string) {
  const words = fixedPages.find((page) => page.pathIn === pathIn)?.words;
  if (!words) throw new Error("a page has no words in fixedPages");
  return async ({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> => {
    const locale = await pageLocale(params);
    const { title, description } = words(getMessages(locale), { stories: getProjects(locale).length });
    return pageMetadata({ locale, title, description, path: pathIn(locale), alternates: alternatesOf(pathIn) });
  };
}
