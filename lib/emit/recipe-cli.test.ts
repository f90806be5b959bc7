import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test.each(["abc", "", "0", "65536", "80.5"])("a port that is none, %j, is refused in words", (listen) => {
  const { status, stderr } = spawnSync(process.execPath, ["lib/emit/recipe-cli.ts", `--listen=${listen}`]);
  expect([status, stderr.toString()]).toEqual([
    2,
    `--listen is ${listen}: write the number of a port, as in --listen 80.\n`,
  ]);
});
