import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { folderForTests } from "./folder-for-tests.ts";

const program = `
  const { onStop } = await import(${JSON.stringify(pathToFileURL(resolve("lib/on-stop.ts")).href)});
  onStop((asker) => {
    console.log("stopping: " + asker);
    setTimeout(() => process.exit(0), 400);
  });
  setInterval(() => {}, 1_000);
  console.log("running");
`;

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("%s, also when it comes twice, stops once", async (signal) => {
  const { child, said } = await running(process.execPath, ["program.ts"]);
  child.kill(signal);
  child.kill(signal);
  const [exitCode] = await once(child, "close");
  expect([exitCode, said()]).toEqual([0, `running\nstopping: ${signal}\n`]);
});

// Whatever npm and its shell do with a signal: what they started hears of it or of their end.
test.each([
  ["SIGTERM", "node program.ts"],
  ["SIGTERM", "exec node program.ts"],
  ["SIGTERM", "node --version && node program.ts"],
  ["SIGINT", "exec node program.ts"],
  ["SIGHUP", "exec node program.ts"],
  ["SIGKILL", "exec node program.ts"],
] as const)("%s to the npm that runs %j stops what it started", async (signal, script) => {
  const { child, said } = await running("npm", ["run", "program"], script);
  child.kill(signal);
  await once(child, "close");
  expect(said()).toMatch(/running\nstopping: (SIG[A-Z]+|the end of npm)\n$/);
});

/** Until it has written its first line. `close` comes once whatever holds its output has ended. */
async function running(command: string, args: string[], script = "") {
  const cwd = folderForTests();
  writeFileSync(join(cwd, "program.ts"), program);
  writeFileSync(join(cwd, "package.json"), JSON.stringify({ type: "module", scripts: { program: script } }));
  const child = spawn(command, args, { cwd, detached: true });
  onTestFinished(() => killGroup(child));
  let text = "";
  child.stdout.on("data", (data) => {
    text += data;
  });
  while (!text.includes("running")) await once(child.stdout, "data");
  return { child, said: () => text };
}

function killGroup({ pid = 0 }: ChildProcess) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ESRCH") throw cause;
  }
}
