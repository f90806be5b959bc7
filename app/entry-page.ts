import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import type { Entry } from "#lib/content/kinds/registry.ts";
import { entryAlternates } from "#lib/content/lists/entry-alternates.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { pageMetadata } from "#lib/pages/page-metadata.ts";

type Params = Promise<{ locale: string; slug: string }>;
type FindEntry<Found extends Entry> = (locale: Locale, slug: string) => Found | undefined;

/** The entry of content that an address names, and its addresses in the languages that have it. */
export async function entryFor<Found extends Entry>(find: FindEntry<Found>, params: Params) {
  const locale = await pageLocale(params);
  const entry = find(locale, (await params).slug);
  if (!entry) notFound();

  return { locale, entry, alternates: entryAlternates(entry) };
}

export function entryMetadata(find: FindEntry<Entry>) {
  return async ({ params }: { params: Params }): Promise<Metadata> => {
    const { locale, entry, alternates } = await entryFor(find, params);
    const { metaTitle: title, description } = entry;
    const article = entry.kind === "blog" ? entry : undefined;
    return pageMetadata({ locale, title, description, path: entryPath(entry), alternates, isWhole: true, article });
  };
}
