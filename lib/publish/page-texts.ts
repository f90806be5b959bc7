import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SitePage } from "#lib/pages/site-pages.ts";

/** By the address of each page of the sitemap: a hash of what it says, and the day of its last change, where that is known. */
export type PageTexts = Record<string, { text: string; changed?: string | undefined }>;

/**
 * A page that says what it said in the release before was changed when it was there. One that is new, or says something else,
 * was changed today; where there is no release before, nobody knows. `textOf` has none of a page that is made for a request.
 */
export function pageTexts(
  pages: Pick<SitePage, "path" | "changed">[],
  textOf: (path: string) => string | undefined,
  before: PageTexts | undefined,
  today: string,
): PageTexts {
  return Object.fromEntries(
    pages.flatMap(({ path, changed }) => {
      const text = textOf(path);
      if (text === undefined) return [];
      const known = before?.[path];
      // An article says itself when it was changed, and a list is as new as the newest of its articles.
      const day = changed ?? (known?.text === text ? known.changed : before && today);
      return [[path, { text, changed: day }]];
    }),
  );
}

export function writePageTexts(site: string, texts: PageTexts) {
  writeFileSync(fileIn(site), JSON.stringify(texts));
}

/** Undefined of a site of a former version. */
export function readPageTexts(site: string): PageTexts | undefined {
  return existsSync(fileIn(site)) ? JSON.parse(readFileSync(fileIn(site), "utf8")) : undefined;
}

function fileIn(site: string) {
  return join(site, "texts.json");
}
