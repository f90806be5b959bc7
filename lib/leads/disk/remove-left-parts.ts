import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ifThere } from "#lib/if-there.ts";
import { isRunning } from "#lib/release/is-running.ts";

/**
 * Removes what `newFile` was writing under this name when it was killed: it may be as large as the whole, and holds leads. Not for
 * one of thousands of files, each of which would look through all of them.
 */
export function removeLeftParts(file: string) {
  const [folder, start] = [dirname(file), `${basename(file)}.`];
  for (const name of ifThere(() => readdirSync(folder)) ?? []) {
    const pid = name.startsWith(start) && /^(\d+)\.part$/.exec(name.slice(start.length))?.[1];
    if (pid && !isRunning(pid)) rmSync(join(folder, name), { force: true });
  }
}
