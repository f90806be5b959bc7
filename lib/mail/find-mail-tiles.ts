import { readFileSync } from "node:fs";
import path from "node:path";
import { releaseFolder } from "#lib/release/release-folder.ts";
import type { MailPicture } from "./mail.ts";

/** Git-ignored and not public: made by the build, read when a mail goes out. */
export function mailTilesFolder(release = releaseFolder): string {
  return path.join(release, ".mail-tiles");
}

/** The slug of the site itself, for mails about no service. */
export const siteSlug = "dreamcode";

/** The band of a slug for the head of a mail; undefined when it cannot be read. */
export function findMailTiles(slug: string, folder = mailTilesFolder()): MailPicture | undefined {
  try {
    return { cid: `${slug}@tiles`, png: readFileSync(path.join(folder, `${slug}.png`)) };
  } catch {
    // Not built yet, or of a service that is gone. Whatever the reason: losing a mail for a picture is never right.
    return undefined;
  }
}
