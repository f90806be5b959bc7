import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { findChromium } from "./find-chromium.ts";
import { startProcess } from "./start-process.ts";

const downloadLimitMs = 120_000;

/** Fetches Playwright's own Chromium, or where that cannot be had, Debian's. */
export async function installChromium(env: NodeJS.ProcessEnv, stop: AbortSignal): Promise<string | undefined> {
  console.log("There is no Chromium yet: fetching Playwright's…");
  const download = ["node_modules/@playwright/test/cli.js", "install", "chromium"];
  const limited = AbortSignal.any([stop, AbortSignal.timeout(downloadLimitMs)]);
  await startProcess(process.execPath, download, { env, stop: limited, quiet: true }).exitCode;
  const downloaded = findChromium(env);
  if (downloaded || stop.aborted || !mayUseApt(env)) return downloaded;

  console.log("Playwright's cannot be had here: installing the system's package chromium…");
  const apt = { env: { ...env, DEBIAN_FRONTEND: "noninteractive" }, stop, quiet: true };
  await startProcess("apt-get", ["update"], apt).exitCode;
  const install = startProcess("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], apt);
  if ((await install.exitCode) !== 0) console.log(install.output());
  return findChromium(env);
}

function mayUseApt(env: NodeJS.ProcessEnv): boolean {
  const folders = (env.PATH ?? "").split(delimiter);
  return process.getuid?.() === 0 && folders.some((folder) => existsSync(join(folder, "apt-get")));
}
