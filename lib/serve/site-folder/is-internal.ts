import { internalPaths } from "#lib/i18n/internal-paths.ts";
import { locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { SiteFile } from "./site-manifest.ts";

/** What is shown under another address than its own: a page with another status or for another moment, an article as Markdown. */
export function isInternal({ path, type }: Pick<SiteFile, "path" | "type">): boolean {
  // Releases of before had Next's own page for what is not here: nobody misses it.
  if (type.startsWith("text/markdown") || path === "/404") return true;
  return locales.some((locale) => {
    const { errors, homeAt, inquiryFor } = internalPaths;
    const folders = [`${errors(locale)}/`, homeAt(paths.home(locale), ""), inquiryFor(paths.inquiry(locale), "")];
    return folders.some((folder) => path.startsWith(folder));
  });
}
