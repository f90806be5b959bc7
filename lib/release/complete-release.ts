import { existsSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isRunning } from "./is-running.ts";
import { linkTree } from "./link-tree.ts";
import { currentRelease, pointTo, releaseNumbers } from "./releases.ts";

/** To go back to, and for processes that could not say that they use one. */
const kept = 3;

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
  if (before) writeFileSync(join(folder, "replaces"), basename(before));
  const release = join(releases, String((releaseNumbers(releases)[0] ?? 0) + 1));
  renameSync(folder, release);
  pointTo(release, "current");
  removeOld(releases);
  return release;
}

function removeOld(releases: string) {
  const old = releaseNumbers(releases).slice(kept);
  for (const number of old) {
    const release = join(releases, String(number));
    if (!isUsed(release)) rmSync(release, { recursive: true, force: true });
  }
}

/** By a process of this machine, or by the web server before the site. */
function isUsed(release: string): boolean {
  const served = join(dirname(release), "served");
  if (existsSync(served) && realpathSync(served) === realpathSync(release)) return true;
  const marks = join(release, "used-by");
  return existsSync(marks) && readdirSync(marks).some(isRunning);
}
