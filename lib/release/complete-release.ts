import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { linkTree } from "./link-tree.ts";
import { currentRelease, noteReplaced, pointTo, releaseNumbers } from "./releases.ts";

// What no release needs of `.next`: what the next build takes up, what is for developers, and pages, which the front has.
const leftOut = [
  "cache",
  "dev",
  "types",
  "build",
  "adapter",
  "diagnostics",
  "trace",
  "trace-build",
  "turbopack",
  "lock",
];

/** Puts Next's server into a release that is made, gives it its number, and lets the next start find it. */
export async function completeRelease(folder: string, project: string): Promise<string> {
  const releases = join(project, ".releases");
  // One that is made from another release has its server from there.
  const next = join(folder, ".next");
  if (!existsSync(join(next, "BUILD_ID")))
    await linkTree(join(project, ".next"), next, [...leftOut, "server/route-cache"]);
  const before = currentRelease(releases);
  if (before) noteReplaced(folder, before);
  const release = join(releases, String((releaseNumbers(releases)[0] ?? 0) + 1));
  renameSync(folder, release);
  pointTo(release, "current");
  return release;
}
