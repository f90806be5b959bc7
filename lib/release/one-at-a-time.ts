import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ifThere } from "#lib/if-there.ts";
import { isRunning } from "./is-running.ts";
import { processName } from "./process-name.ts";
import { releasesFolder } from "./releases.ts";

const lookMs = 300;

/** Waits for the build or publication that another process of this machine is at, and keeps others waiting. */
export async function oneAtATime<Made>(make: () => Promise<Made>, releases = releasesFolder): Promise<Made> {
  mkdirSync(releases, { recursive: true });
  const lock = join(releases, "under-way");
  let said = false;
  while (!taken(lock)) {
    const holder = ifThere(() => readFileSync(lock, "utf8"));
    // One that was killed has left it, or a power cut an empty one.
    if (holder !== undefined && !(isName.test(holder) && isRunning(holder))) rmSync(lock, { force: true });
    else {
      if (!said && holder)
        console.log(`Process ${Number.parseInt(holder, 10)} is building or publishing: this waits for it.`);
      said = true;
      await wait(lookMs);
    }
  }
  try {
    return await make();
  } finally {
    rmSync(lock, { force: true });
  }
}

const isName = /^\d+(-\d+)?$/;

/** It is there with its holder in it, or not at all. */
function taken(lock: string): boolean {
  const part = `${lock}.${randomUUID()}.part`;
  try {
    writeFileSync(part, processName());
    linkSync(part, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(part, { force: true });
  }
}
