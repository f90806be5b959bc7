import { existsSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { isRunning } from "./is-running.ts";
import { releaseNumbers, releasesFolder, replacedBy } from "./releases.ts";

/** To go back to, and for processes that could not say that they use one. */
const kept = 3;

/** After a release is published or built: with 1,000 articles a language it takes 1.7 seconds, for which nobody has to wait. */
export function removeOldReleases(releases = releasesFolder): void {
  const all = releaseNumbers(releases).map((number) => join(releases, String(number)));
  const used = all.filter(isUsed);
  // The way back. After somebody has gone back twice, what the newest one replaced is older than those that were taken back, and
  // beside builds that nobody sees what runs is older than they are.
  const before = [...all.slice(0, 1), ...used].map(replacedBy);
  const staying = [...all.slice(0, kept), ...used, ...before];
  for (const release of all) if (!staying.includes(release)) rmSync(release, { recursive: true, force: true });
}

/** By a process of this machine, or by the web server before the site. */
function isUsed(release: string): boolean {
  const served = join(dirname(release), "served");
  if (existsSync(served) && realpathSync(served) === realpathSync(release)) return true;
  const marks = join(release, "used-by");
  return existsSync(marks) && readdirSync(marks).some(isRunning);
}
