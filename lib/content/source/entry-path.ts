import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { Kind } from "./content-folder.ts";

/** The address of an entry's page. */
export function entryPath({ kind, locale, slug }: { kind: Kind; locale: Locale; slug: string }): string {
  return pathsByKind[kind](locale, slug);
}

const pathsByKind: Record<Kind, (locale: Locale, slug: string) => string> = {
  blog: paths.article,
  services: paths.service,
  industries: paths.industry,
  hubs: paths.hub,
  projects: paths.project,
  pages: paths.page,
};
