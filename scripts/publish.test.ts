import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { wentBack } from "#lib/publish/went-back.ts";
import { beginRelease } from "#lib/release/begin-release.ts";
import { completeRelease } from "#lib/release/complete-release.ts";
import { handOver } from "#lib/release/hand-over.ts";
import { projectForTests } from "#lib/release/project-for-tests.ts";
import { readMarks } from "#lib/release/runner-mark.ts";

test.each([
  [
    ["--bakc"],
    {},
    "Unknown option '--bakc'. There is: npm run publish, npm run publish -- --pull and npm run publish -- --back\n",
  ],
  [["back"], {}, expect.stringMatching(/^Unexpected argument 'back'[^\n]*npm run publish -- --back\n$/)],
  [[], { npm_config_back: "true" }, "npm kept --back for itself. Put -- before it: npm run publish -- --back\n"],
])("publish %j with %j publishes nothing, and says what there is", (args, env, said) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["scripts/publish.ts", ...args], {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  expect({ status, stderr, stdout }).toEqual({ status: 2, stderr: said, stdout: "" });
});

test("beside a build that nobody sees, --back leads from what readers see to what they saw before", async () => {
  const { releases, publishes, build } = await runningSite();
  const second = await build("/en/second");
  expect(await handOver(second, join(releases, "1"))).toEqual({ runners: 1, refusals: [] });
  await build("/en/third");

  expect(publishes("--back")).toEqual({
    status: 0,
    stderr: "",
    stdout:
      "Release 1 runs.\nnew: /en/first\ngone: /en/second\nWhat appears or goes by its day waits until somebody publishes: npm run publish\n",
  });
  expect(readMarks(releases)).toMatchObject([{ release: "1" }]);
  expect(["1", "2"].map((release) => wentBack.isTo(join(releases, release)))).toEqual([true, false]);
});

test("so it does from one of two builds that was published then", async () => {
  const { releases, publishes, build } = await runningSite();
  await build("/en/second");
  await build("/en/third");
  expect(publishes()).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Release 3 runs\.\nnew: \/en\/third\ngone: \/en\/first\n/),
  });
  expect(publishes("--back")).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Release 1 runs\.\nnew: \/en\/first\ngone: \/en\/third\n/),
  });
  expect(readMarks(releases)).toMatchObject([{ release: "1" }]);
});

test("what is due in a build that nobody has published is not published by its day", async () => {
  const { releases, publishes, build } = await runningSite();
  await build("/en/second", { changesAt: "2026-11-21T12:00:00.000Z" });
  expect(publishes("--due")).toEqual({ status: 0, stderr: "", stdout: "" });
  expect(readMarks(releases)).toMatchObject([{ release: "1" }]);
});

/** What works by release 1, of a site with the one page /en/first. */
async function runningSite() {
  const project = projectForTests({
    "lib/works.ts": 'process.on("message", () => process.exit(0));\nprocess.send?.({ isReady: true });\n',
  });
  const releases = join(project, ".releases");
  await build("/en/first");
  const launcher = [resolve("lib/release/run-published.ts"), "lib/works.ts"];
  const runner = spawn(process.execPath, launcher, { cwd: project, stdio: "ignore" });
  onTestFinished(() => void runner.kill("SIGKILL"));
  await expect.poll(() => readMarks(releases)).toMatchObject([{ release: "1" }]);
  return { releases, publishes, build };

  async function build(path: string, more: { changesAt?: string } = {}): Promise<string> {
    const release = await completeRelease(await beginRelease(project), project);
    const manifest = join(release, ".next/site/site.json");
    mkdirSync(dirname(manifest), { recursive: true });
    writeFileSync(manifest, JSON.stringify({ files: [{ path, type: "text/html", etag: "1" }], ...more }));
    return release;
  }

  function publishes(...args: string[]) {
    const program = [resolve("scripts/publish.ts"), ...args];
    const { status, stderr, stdout } = spawnSync(process.execPath, program, { cwd: project, encoding: "utf8" });
    return { status, stderr, stdout };
  }
}
