import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { styleText } from "node:util";
import { findChromium } from "./find-chromium.ts";
import { installChromium } from "./install-chromium.ts";
import { startProcess } from "./start-process.ts";
import { stopSignal } from "./stop-signal.ts";
import { countTests, type TestCount } from "./test-count.ts";

const onePassed: TestCount = { passed: 1, failed: 0, skipped: 0, failures: [] };
const oneFailed: TestCount = { passed: 0, failed: 1, skipped: 0, failures: [] };

type Stage = { name: string; run(): Promise<TestCount> };

// `npm test -- FILE…` runs these alone. A journey has a build of its own: one of before an edit would say nothing.
const files = process.argv.slice(2);
const missing = files.filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.error(`There is no ${missing.join(" and no ")}.`);
  process.exit(1);
}
const [journeys, units] = [files.filter(isJourney), files.filter((file) => !isJourney(file))];

const everything: Stage[] = [
  { name: "Format and lint", run: () => check(["node_modules/@biomejs/biome/bin/biome", "check", "."]) },
  {
    name: "Types",
    run: () => check(["node_modules/next/dist/bin/next", "typegen"], ["node_modules/typescript/bin/tsc"]),
  },
  { name: "Content", run: () => check(["lib/content/check/cli.ts"]) },
  { name: "Unit tests", run: unitTests },
  { name: "Build", run: build },
  { name: "End-to-end tests", run: endToEndTests },
];
const stages = files.length === 0 ? everything : everything.filter(({ run }) => isFor(run));

const stop = stopSignal();
const folder = mkdtempSync(join(tmpdir(), "dreamcode-test-"));
const env: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  DATA_DIR: join(folder, "data"),
  // Empty, and so not taken from a .env file either.
  DATABASE_URL: "",
};
let isBuilt = false;

const counts: TestCount[] = [];
for (const { name, run } of stages) {
  if (stop.aborted) break;
  console.log(`\n${styleText("bold", `── ${name}`)}`);
  counts.push(await run());
}
rmSync(folder, { recursive: true, force: true });
if (stop.aborted) process.exit(130);

stages.forEach(({ name }, index) => {
  const count = counts[index];
  if (count?.failed) console.log([`\nFailed: ${name}`, ...count.failures].join("\n  "));
});
const [passed, failed, skipped] = [total("passed"), total("failed"), total("skipped")];
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

function isJourney(file: string): boolean {
  return file.endsWith(".spec.ts");
}

function isFor(run: Stage["run"]): boolean {
  return run === unitTests ? units.length > 0 : journeys.length > 0 && (run === build || run === endToEndTests);
}

/** Commands that together are one test. */
async function check(...commands: string[][]): Promise<TestCount> {
  for (const command of commands) {
    if ((await runNode(command)) !== 0) return oneFailed;
  }
  return onePassed;
}

async function unitTests(): Promise<TestCount> {
  const report = join(folder, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runNode(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...units], { NODE_ENV: "test" });
  return countTests("vitest", textOf(report), code);
}

async function build(): Promise<TestCount> {
  // A build takes all that it needs from this machine.
  const importing = `--import ${pathToFileURL(join(import.meta.dirname, "refuse-network.mjs"))}`;
  const code = await runNode(["scripts/build.ts"], { NODE_OPTIONS: `${env.NODE_OPTIONS ?? ""} ${importing}` });
  const count = code === 0 ? onePassed : oneFailed;
  isBuilt = count.failed === 0;
  return count;
}

async function endToEndTests(): Promise<TestCount> {
  if (!isBuilt) {
    console.log("Not run: they need a build.");
    return { passed: 0, failed: 0, skipped: 1, failures: [] };
  }

  const chromium = findChromium(env) ?? (env.CHROMIUM_PATH ? undefined : await installChromium(env, stop));
  if (!chromium) {
    console.error(
      env.CHROMIUM_PATH
        ? `CHROMIUM_PATH is ${env.CHROMIUM_PATH}, and no Chromium starts there.`
        : "No Chromium was found and none could be installed: install Chromium or Chrome, or set CHROMIUM_PATH to one.",
    );
    return oneFailed;
  }

  const report = join(folder, "playwright.json");
  const code = await runNode(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json", ...journeys], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return countTests("playwright", textOf(report), code);
}

function runNode(args: string[], more: Partial<NodeJS.ProcessEnv> = {}): Promise<number> {
  return startProcess(process.execPath, args, { env: { ...env, ...more }, stop }).exitCode;
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function total(kind: "passed" | "failed" | "skipped"): number {
  return counts.reduce((sum, count) => sum + count[kind], 0);
}
