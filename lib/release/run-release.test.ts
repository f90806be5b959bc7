import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { beginRelease } from "./begin-release.ts";
import { completeRelease } from "./complete-release.ts";
import { processName } from "./process-name.ts";
import { projectForTests } from "./project-for-tests.ts";

const launcher = resolve("lib/release/run-release.ts");
const says = "console.log(import.meta.filename, process.env.RELEASE_FOLDER, process.argv.slice(2));";

test("a command runs as it was when the site was built, with its arguments", async () => {
  const project = projectForTests({ "lib/says.ts": says });
  const release = await completeRelease(await beginRelease(project), project);
  writeFileSync(join(project, "lib/says.ts"), "half-writ {");

  const { stdout } = spawnSync(process.execPath, [launcher, "lib/says.ts", "show", "K7QD2"], { cwd: project });
  expect(`${stdout}`).toBe(`${join(release, "lib/says.ts")} ${release} [ 'show', 'K7QD2' ]\n`);
});

test("before the first build a command runs as it is", () => {
  const project = projectForTests({ "lib/says.ts": says });
  const { stdout } = spawnSync(process.execPath, [launcher, "lib/says.ts", "list"], { cwd: project });
  expect(`${stdout}`).toBe(`${join(project, "lib/says.ts")} undefined [ 'list' ]\n`);
});

test("a release is marked as used for as long as the process runs", async () => {
  const project = projectForTests({ "lib/waits.ts": "console.log('running'); process.stdin.resume();" });
  const release = await completeRelease(await beginRelease(project), project);
  const child = spawn(process.execPath, [launcher, "lib/waits.ts"], { cwd: project });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  expect(readdirSync(join(release, "used-by"))).toEqual([processName(child.pid)]);

  child.stdin.end();
  await once(child, "exit");
  expect(readdirSync(join(release, "used-by"))).toEqual([]);
});
