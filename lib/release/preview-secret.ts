import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { releasesFolder } from "./releases.ts";

/** What makes the addresses of drafts impossible to guess: that of the forms where it is set, so that several machines agree. */
export function previewSecret(releases = releasesFolder): string {
  if (process.env.FORM_SECRET) return process.env.FORM_SECRET;
  const file = join(/* turbopackIgnore: true */ releases, "preview-secret");
  try {
    mkdirSync(releases, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8");
}
