import { notFound } from "next/navigation";
import { isLocale, type Locale } from "#lib/i18n/locales.ts";

type Params = { locale: string };

/** The language of the page that is asked for. Only ours are prerendered; any other never gets this far. */
export async function pageLocale(params: Promise<Params> | Params): Promise<Locale> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return locale;
}
