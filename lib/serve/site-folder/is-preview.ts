import { locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

/** The page of an article or an opening that readers do not see yet, for whoever has its address. */
export function isPreview(path: string): boolean {
  return locales.some((locale) => path.startsWith(paths.preview(locale, "")));
}
