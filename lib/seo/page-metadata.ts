import type { Metadata } from "next";
import { defaultLocale, type Locale } from "#lib/i18n/locales.ts";
import { findShareImage } from "#lib/share/find-share-image.ts";

type Described = { locale: Locale; title: string; description: string; path: string; counterpart?: string };

/** Title, description, canonical address, language alternates and share images of a page that search engines may show. */
export function pageMetadata({ locale, title, description, path, counterpart }: Described): Metadata {
  const other: Locale = locale === "en" ? "es" : "en";
  const languages = counterpart ? { [locale]: path, [other]: counterpart } : { [locale]: path };
  return {
    title,
    description,
    alternates: { canonical: path, languages: { ...languages, "x-default": languages[defaultLocale] ?? path } },
    ...shareMetadata(path),
  };
}

/** The pictures of the page at this address. X gets the wide one, as a large card. */
export function shareMetadata(path: string): Pick<Metadata, "openGraph" | "twitter"> {
  const { wide, square } = findShareImage(path);
  return { openGraph: { images: [wide, square] }, twitter: { card: "summary_large_image", images: [wide] } };
}
