import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, createReadStream, openSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { folderForTests } from "./folder-for-tests.ts";

test.skipIf(process.platform !== "linux")(
  "a reader of the log that stands still holds nobody up, and what does not fit any more is lost and said",
  async () => {
    const { child, said } = await writing(8_000);
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(await said).toMatch(/^lost [1-9]\d*\n$/);
  },
);

test.skipIf(process.platform !== "linux")("what a slow reader has not taken yet is there once it does", async () => {
  const { pipe, child, said } = await writing(2_000);
  const lines = (await text(createReadStream(pipe, { end: 2_000 * 100 - 1 }))).split("\n");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(await said).toBe("lost 0\n");
  expect(lines).toHaveLength(2_001);
  expect(lines[1_999]).toMatch(/^the last x+$/);
});

test.skipIf(process.platform !== "linux")("so it ends at an error that nobody caught", async () => {
  const { child } = await writing(8_000, "throw new Error('for the test')");
  expect(await once(child, "exit")).toEqual([1, null]);
});

/** A program of ours that writes so many lines of 100 bytes, to a pipe whose reader takes nothing by itself. A pipe holds 64 kB. */
async function writing(count: number, last = "") {
  const pipe = join(folderForTests(), "log");
  execFileSync("mkfifo", [pipe]);
  const held = openSync(pipe, constants.O_RDWR);
  onTestFinished(() => closeSync(held));
  const program = `
    import { outliveOutput } from "#lib/outlive-output.ts";
    let lost = 0;
    const { endOnError } = await import("#lib/end-on-error.ts");
    outliveOutput(() => lost++);
    endOnError();
    // As a child process leaves it.
    const { spawnSync } = await import("node:child_process");
    spawnSync("true", { stdio: "inherit" });
    for (let line = 0; line < ${count - 1}; line++) process.stdout.write(\`\${line} \`.padEnd(99, "x") + "\\n");
    await new Promise((resolve) => process.stdout.write("the last ".padEnd(99, "x") + "\\n", resolve));
    spawnSync("true", { stdio: "inherit" });
    ${last}
    process.stderr.write(\`lost \${lost}\\n\`, () => process.exit(0));
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: join(import.meta.dirname, ".."),
    stdio: ["ignore", held, last ? held : "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return { pipe, child, said: child.stderr ? text(child.stderr) : Promise.resolve("") };
}
