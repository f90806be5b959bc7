import { rmSync } from "node:fs";
import { basename } from "node:path";
import { beginRelease } from "#lib/release/begin-release.ts";
import { completeRelease } from "#lib/release/complete-release.ts";
import { startProcess } from "./start-process.ts";

const steps = [
  ["lib/content/check/cli.ts"],
  ["lib/pictures/build-images.ts"],
  ["lib/pictures/build-mail-tiles.ts"],
  ["lib/search/build-search-index.ts"],
  ["node_modules/next/dist/bin/next", "build"],
];

/**
 * Makes a release in a folder of its own, which it gives, of the content as it is or as it was in another release; undefined
 * when a step has failed, and has said why.
 */
export async function buildRelease(stop: AbortSignal, source?: string): Promise<string | undefined> {
  const folder = await beginRelease(process.cwd(), source);
  const times: string[] = [];
  for (const step of steps) {
    const start = performance.now();
    // Each a process that is started without a shell or npm between: those would leave it behind when they are stopped.
    const code = await startProcess(process.execPath, step, { env: { ...process.env, RELEASE_FOLDER: folder }, stop })
      .exitCode;
    if (code !== 0 || stop.aborted) {
      rmSync(folder, { recursive: true, force: true });
      return undefined;
    }
    times.push(`${basename(step[0] ?? "", ".ts")} ${((performance.now() - start) / 1000).toFixed(1)}`);
  }
  const release = await completeRelease(folder, process.cwd());
  console.log(`release ${basename(release)}, in seconds: ${times.join(", ")}`);
  return release;
}
