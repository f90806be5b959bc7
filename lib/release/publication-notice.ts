import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "#lib/write-whole.ts";
import { releasesFolder } from "./releases.ts";

/** What was published last: what runs takes notice of it, and goes over to that release. */
export type PublicationNotice = { id: string; release: string };

const file = (releases: string) => join(releases, "published.json");

export function readNotice(releases = releasesFolder): PublicationNotice | undefined {
  return existsSync(file(releases)) ? JSON.parse(readFileSync(file(releases), "utf8")) : undefined;
}

/** `release` is the name of its folder. */
export function giveNotice(release: string, releases = releasesFolder): PublicationNotice {
  const notice = { id: randomUUID(), release };
  writeWhole(file(releases), JSON.stringify(notice));
  return notice;
}
