import { readFileSync } from "node:fs";
import { join } from "node:path";
import { colombianDate } from "#lib/hours/colombian-date.ts";
import { contentNow } from "#lib/hours/content-now.ts";
import { locales } from "#lib/i18n/locales.ts";
import { sitePages } from "#lib/pages/site-pages.ts";
import { sitemapFiles } from "#lib/pages/sitemap.ts";
import type { EmittedFile } from "#lib/serve/site-folder/emit-site.ts";
import { pageTextHash } from "./page-text-hash.ts";
import { type PageTexts, pageTexts, readPageTexts } from "./page-texts.ts";

type DatedSite = { sources: EmittedFile[]; texts: PageTexts };

/** The files of a site, its sitemap with the days on which pages were changed: Next makes each page without knowing the others. */
export function datedSitemap(sources: EmittedFile[], previous: string | undefined): DatedSite {
  const before = previous ? readPageTexts(previous) : undefined;
  const sourceOf = new Map(sources.map((source) => ["kept" in source ? source.kept.path : source.path, source]));
  const textOf = (path: string) => {
    const source = sourceOf.get(path);
    // Of thousands of pages a publication makes a few anew: the others are not read for it.
    if (source && "kept" in source)
      return before?.[path]?.text ?? pageTextHash(readFileSync(join(previous ?? "", source.kept.file), "utf8"));
    return typeof source?.from === "string" ? pageTextHash(readFileSync(source.from, "utf8")) : undefined;
  };
  const pages = locales.flatMap((locale) => sitePages(locale));
  const texts = pageTexts(pages, textOf, before, colombianDate(contentNow()));

  const dated = sitemapFiles(pages.map((page) => ({ ...page, changed: texts[page.path]?.changed })));
  const maps = Array.from(dated, ([path, xml]) => ({ path, from: Buffer.from(xml), type: "application/xml" }));
  const others = sources.filter((source) => !dated.has("kept" in source ? source.kept.path : source.path));
  return { sources: [...others, ...maps], texts };
}
