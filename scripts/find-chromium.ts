import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

// The one without a window takes less than half the time: 36 journeys took 37 s where the whole browser took 87 s.
const commands = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A Chromium that starts: the one CHROMIUM_PATH names, else Playwright's own, else the system's. */
export function findChromium(
  env: NodeJS.Dict<string>,
  playwrights: string = chromium.executablePath(),
): string | undefined {
  if (env.CHROMIUM_PATH) return starts(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;

  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [playwrights, ...onPath].find(starts);
}

/** Ubuntu's chromium-browser is a script that only asks for a snap, and a download may lack system libraries. */
function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}
