import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isRunning } from "./is-running.ts";
import { releasesFolder } from "./releases.ts";

const lookMs = 300;

/** Waits for the build or publication that another process of this machine is at, and keeps others waiting. */
export async function oneAtATime<Made>(make: () => Promise<Made>, releases = releasesFolder): Promise<Made> {
  mkdirSync(releases, { recursive: true });
  const lock = join(releases, "under-way");
  let said = false;
  while (!taken(lock)) {
    const holder = Number(contentOf(lock));
    // One that was killed has left it.
    if (holder && !isRunning(holder)) rmSync(lock, { force: true });
    else {
      if (!said) console.log(`Process ${holder || "(unknown)"} is building or publishing: this waits for it.`);
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

function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

/** Nothing when it is gone meanwhile, or just being written. */
function contentOf(lock: string): string {
  try {
    return readFileSync(lock, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return "";
  }
}
