import {
  chmodSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "#lib/tiles/seeded-random.ts";
import { startProcess } from "../scripts/start-process.ts";
import { stopSignal } from "../scripts/stop-signal.ts";
import { type Mutant, mutantsOf } from "./mutants-of.ts";
import { nearestTests } from "./nearest-tests.ts";

// `npm run mutate`: what share of small changes to the programs that matter is seen by the tests that are next to them.

const always = ["lib/leads", "lib/mail", "lib/serve", "lib/content"];
/** Up to two hundred reach a file, and a change that none of them sees took five minutes. */
const nearest = 12;
/** A changed loop may never end, and its tests do not either. */
const patienceMs = 600_000;
const anywhere = ["--project=site", "--project=sqlite"];
const onPostgres = "--project=postgres";
/** A test that is red because the machine is busy would count as one that saw something. */
const calmly = ["--maxWorkers=1", "--testTimeout=120000"];
const copied = ["app", "bench", "components", "content", "docs", "e2e", "lib", "public", "scripts"].concat(
  ["README.md", ".env.example", "next.config.ts", "package.json", "package-lock.json", "postcss.config.mjs"],
  ["server.ts", "tsconfig.json", "vitest.config.ts", "biome.jsonc", "playwright.config.ts"],
);

const stop = stopSignal();
const { values, positionals } = parseArgs({
  options: { sample: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
  allowPositionals: true,
});
const folder = mkdtempSync(join(tmpdir(), "dreamcode-mutate-"));
process.exitCode = await mutate().finally(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

async function mutate(): Promise<number> {
  const files = globSync("{app,bench,components,content,lib,scripts}/**/*.{ts,tsx}").sort();
  copyProject();
  const sourceOf = (file: string) => readFileSync(join(folder, file), "utf8");
  const chosen = drawn(files.filter(isProgram).flatMap((file) => mutantsOf(file, sourceOf(file))));
  const testsOf = (file: string) => nearestTests(file, files).slice(0, nearest);
  const all = [...new Set(chosen.flatMap(({ file }) => testsOf(file)))];
  console.log(`${chosen.length} changes, seen by ${all.length} test files at most. These have to be green first.`);
  const failing = await failureOf(all, [...anywhere, onPostgres], stop);
  if (failing) {
    console.error(failing);
    return 1;
  }

  const survivors: Mutant[] = [];
  for (const [index, mutant] of chosen.entries()) {
    if (stop.aborted) return 130;
    const failure = await failureWith(mutant, testsOf(mutant.file));
    if (!failure) survivors.push(mutant);
    console.log(`${index + 1}/${chosen.length} ${inWords(mutant)}\n   ${failure ?? "NOT SEEN"}`);
  }
  console.log(`\n${percent(chosen.length - survivors.length, chosen.length)} of ${chosen.length} seen. Not seen:`);
  for (const each of survivors) console.log(inWords(each));
  return 0;
}

function isProgram(file: string): boolean {
  const places = positionals.length > 0 ? positionals.map((path) => path.replace(/\/$/, "")) : always;
  const isIn = places.some((place) => file === place || file.startsWith(`${place}/`));
  return isIn && !/\.test\.tsx?$|-for-tests\.ts$/.test(file);
}

/** As many as were asked for, in the order in which they were drawn: the same seed draws the same of the same program. */
function drawn(mutants: Mutant[]): Mutant[] {
  const { below } = seededRandom(values.seed);
  const count = Math.min(Number(values.sample), mutants.length);
  return Array.from({ length: count }, () => mutants.splice(below(mutants.length), 1)).flat();
}

/** Nothing is changed in place, and what is changed there meanwhile does not count. */
function copyProject() {
  for (const name of copied) cpSync(name, join(folder, name), { recursive: true, verbatimSymlinks: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  // PostgreSQL runs as a user of its own where we are root.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "tmp"));
}

async function failureWith({ file, start, end, after }: Mutant, tests: string[]): Promise<string | undefined> {
  const place = join(folder, file);
  const source = readFileSync(place, "utf8");
  writeFileSync(place, source.slice(0, start) + after + source.slice(end));
  const until = AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]);
  // The nearest see most. A few at a time, because vitest begins with the longest.
  const failure =
    (await failureOf(tests.slice(0, 1), anywhere, until)) ??
    (await failureOf(tests.slice(1, 3), anywhere, until)) ??
    (await failureOf(tests.slice(3), anywhere, until)) ??
    (file.startsWith("lib/leads/") ? await failureOf(tests, [onPostgres], until) : undefined);
  writeFileSync(place, source);
  return failure;
}

/** What vitest says first when one of the files is red; undefined when all are green. */
async function failureOf(tests: string[], projects: string[], until: AbortSignal): Promise<string | undefined> {
  if (tests.length === 0) return undefined;
  const vitest = startProcess(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--bail=1", "--passWithNoTests", ...calmly, ...projects, ...tests],
    {
      cwd: folder,
      env: { ...process.env, NODE_ENV: "test", NO_COLOR: "1", TMPDIR: join(folder, "tmp") },
      stop: until,
      quiet: true,
    },
  );
  if ((await vitest.exitCode) === 0) return undefined;
  return /^ FAIL .*/m.exec(vitest.output())?.[0] ?? (until.aborted ? "never ended" : vitest.output().slice(-2_000));
}

function inWords({ file, line, before, after }: Mutant): string {
  const short = (text: string) => text.replace(/\s+/g, " ").slice(0, 120);
  return `${file}:${line} ${short(before)} → ${after === ";" ? "(removed)" : short(after)}`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
