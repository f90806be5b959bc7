import type { Metadata } from "next";
import { pageLocale } from "#app/page-locale.ts";
import { namedPages } from "#lib/content/kinds/named-pages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { pageMetadata } from "#lib/pages/page-metadata.ts";

/** Of the page at this address of `fixedPages`, which has its words. */
export function fixedMetadata(pathIn: (locale: Locale) => string) {
  return async ({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> => {
    const locale = await pageLocale(params);
    const page = namedPages(locale).find((one) => one.pathIn === pathIn);
    if (!page) throw new Error("a page has no words in fixedPages");
    return pageMetadata({ ...page, locale, isIndexed: page.isShown });
  };
}
