import type { Metadata } from "next";
import { defaultLocale, type Locale } from "#lib/i18n/locales.ts";

type Described = { locale: Locale; title: string; description: string; path: string; counterpart?: string };

/** Title, description, canonical address and language alternates of a page that search engines may show. */
export function pageMetadata({ locale, title, description, path, counterpart }: Described): Metadata {
  const other: Locale = locale === "en" ? "es" : "en";
  const languages = counterpart ? { [locale]: path, [other]: counterpart } : { [locale]: path };
  return {
    title,
    description,
    alternates: { canonical: path, languages: { ...languages, "x-default": languages[defaultLocale] ?? path } },
  };
}
