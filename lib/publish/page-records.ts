import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Of a page that a build makes: the route that makes it, and what it asked of the content, where that is known. */
export type PageRecord = { route: string; asked?: string[] };

/** By its address each page of a release, and by each question of theirs a hash of the answer. */
export type PageRecords = { pages: Record<string, PageRecord>; answers: Record<string, string> };

export function writePageRecords(release: string, records: PageRecords) {
  writeFileSync(fileIn(release), JSON.stringify(records));
}

/** Undefined of a release of a former version. */
export function readPageRecords(release: string): PageRecords | undefined {
  return existsSync(fileIn(release)) ? JSON.parse(readFileSync(fileIn(release), "utf8")) : undefined;
}

function fileIn(release: string) {
  return join(release, "pages.json");
}
