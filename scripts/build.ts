// `npm run build` makes a release in a folder of its own. What runs goes on with its own until it is started again.
import { rmSync } from "node:fs";
import { oneAtATime } from "#lib/release/one-at-a-time.ts";
import { removeOldReleases } from "#lib/release/remove-old-releases.ts";
import { buildRelease } from "./build-release.ts";
import { orSay } from "./or-say.ts";
import { stopSignal } from "./stop-signal.ts";

// Where builds kept share images until 2026-11-27: they would be served for good.
rmSync("public/share", { recursive: true, force: true });

const stop = stopSignal();
const release = await orSay(() => oneAtATime(() => buildRelease(stop)));
if (release) {
  console.log("It runs from the next start on. `npm run publish` puts what is written in place of what runs.");
  removeOldReleases();
} else process.exitCode = 1;
