import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import pLimit from "p-limit";
import { beginRelease } from "#lib/release/begin-release.ts";
import { completeRelease } from "#lib/release/complete-release.ts";
import { startProcess } from "./start-process.ts";

type Step = [program: string, ...args: string[]];

const check: Step = ["lib/content/check/cli.ts"];
const pictures: Step = ["lib/pictures/build-images.ts"];
const tiles: Step = ["lib/pictures/build-mail-tiles.ts"];
const search: Step = ["lib/search/build-search-index.ts"];
const pitches: Step = ["lib/pitches/build-pitches.ts"];
const build: Step = ["node_modules/next/dist/bin/next", "build"];

/**
 * Makes a release in a folder of its own, which it gives, of the content as it is or as it was in another release; undefined
 * when a step has failed, and has said why.
 */
export function buildRelease(stop: AbortSignal, source?: string): Promise<string | undefined> {
  return makeRelease(stop, source, [[check], [pictures], [tiles], [search], [pitches], [build]]);
}

/** The same from a release that differs in its content alone: what that has changed is made again, and the rest shared. */
export function updateRelease(stop: AbortSignal, before: string, source?: string): Promise<string | undefined> {
  const update: Step = ["lib/publish/update-site.ts", before];
  // Pages say how large their pictures are. What is published is not kept waiting by the rest, of which nothing needs another.
  const rest = [search, tiles, pitches].map((step): Step => [...step, before]);
  const groups: Step[][] = [[pictures], [[...check, before], update, ...rest]];
  // What node has made of our programs: with it a publication took 7.5 s instead of 9.4.
  return makeRelease(stop, source, groups, { NODE_COMPILE_CACHE: boundedCompileCache() });
}

const mostCompiled = 5_000;

/** Next's chunks have another path in each release, a hundred of them, and what is cached of them stays. */
function boundedCompileCache(): string {
  const folder = resolve(".next/cache/compile");
  const count = existsSync(folder) ? readdirSync(folder, { recursive: true }).length : 0;
  if (count > mostCompiled) rmSync(folder, { recursive: true, force: true });
  return folder;
}

/** The steps of a group run at once, two at a time. Where one has failed, what runs beside it still says what it has to say. */
async function makeRelease(
  stop: AbortSignal,
  source: string | undefined,
  groups: Step[][],
  more: Record<string, string> = {},
) {
  const folder = await beginRelease(process.cwd(), source);
  const env = { ...process.env, ...more, RELEASE_FOLDER: folder, RELEASE_BEGAN: new Date().toISOString() };
  const times: string[] = [];
  for (const group of groups) {
    let hasFailed = false;
    await pLimit(2).map(group, async (step) => {
      if (!hasFailed && !(await runStep(step, env, stop, times))) hasFailed = true;
    });
    if (hasFailed) return remove();
  }
  if (!existsSync(join(folder, ".next/site/site.json"))) {
    remove();
    throw new Error("All steps have ended well, and there is no site");
  }
  const release = await completeRelease(folder, process.cwd()).catch((cause) => {
    remove();
    throw cause;
  });
  console.log(`release ${basename(release)}, in seconds: ${times.join(", ")}`);
  return release;

  function remove(): undefined {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In a process that is started without a shell or npm between: those would leave it behind when they are stopped. */
async function runStep(step: Step, env: NodeJS.ProcessEnv, stop: AbortSignal, times: string[]): Promise<boolean> {
  if (stop.aborted) return false;
  const start = performance.now();
  const { exitCode } = startProcess(process.execPath, step, { env, stop });
  const code = await exitCode;
  times.push(`${basename(step[0], ".ts")} ${((performance.now() - start) / 1000).toFixed(1)}`);
  return code === 0 && !stop.aborted;
}
