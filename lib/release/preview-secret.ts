import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { keptSecret } from "#lib/kept-secret.ts";
import { releasesFolder } from "./releases.ts";

/** What makes the addresses of drafts impossible to guess: that of the forms where it is set, so that several machines agree. */
export function previewSecret(releases = releasesFolder): string {
  if (process.env.FORM_SECRET) return process.env.FORM_SECRET;
  mkdirSync(releases, { recursive: true });
  return keptSecret(join(/* turbopackIgnore: true */ releases, "preview-secret"));
}
