import { join } from "node:path";
import { readManifest } from "#lib/serve/site-folder/read-manifest.ts";

/** Whether the time has come at which readers are to see something that a release does not show, or no longer. */
export function isDue(release: string, now = new Date()): boolean {
  const { changesAt } = readManifest(join(release, ".next/site"));
  return changesAt !== undefined && changesAt <= now.toISOString();
}
