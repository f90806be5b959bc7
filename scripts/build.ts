// `npm run build` makes a release in a folder of its own. Whatever runs goes on with the one that it was started with.
import { rmSync } from "node:fs";
import { basename } from "node:path";
import { beginRelease } from "#lib/release/begin-release.ts";
import { completeRelease } from "#lib/release/complete-release.ts";
import { startProcess } from "./start-process.ts";
import { stopSignal } from "./stop-signal.ts";

const steps = [
  ["lib/content/check/cli.ts"],
  ["lib/pictures/build-images.ts"],
  ["lib/pictures/build-mail-tiles.ts"],
  ["lib/search/build-search-index.ts"],
  ["node_modules/next/dist/bin/next", "build"],
];

// Where builds kept share images until 2026-11-27: they would be served for good.
rmSync("public/share", { recursive: true, force: true });

const stop = stopSignal();
const folder = await beginRelease(process.cwd());
process.exitCode = await build();
if (process.exitCode !== 0) rmSync(folder, { recursive: true, force: true });

async function build(): Promise<number> {
  const times: string[] = [];
  for (const step of steps) {
    const start = performance.now();
    // Each a process that is started without a shell or npm between: those would leave it behind when they are stopped.
    const code = await startProcess(process.execPath, step, { env: { ...process.env, RELEASE_FOLDER: folder }, stop })
      .exitCode;
    if (code !== 0 || stop.aborted) return code || 1;
    times.push(`${basename(step[0] ?? "", ".ts")} ${((performance.now() - start) / 1000).toFixed(1)}`);
  }
  const release = await completeRelease(folder, process.cwd());
  console.log(`release ${basename(release)}, in seconds: ${times.join(", ")}. It runs from the next start on.`);
  return 0;
}
