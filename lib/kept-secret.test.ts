import { execFile } from "node:child_process";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { mountSmallDisk } from "../scripts/small-disk.ts";
import { keptSecret } from "./kept-secret.ts";

const execute = promisify(execFile);

test("a secret is made once, and only its owner may read it", () => {
  const file = join(folderForTests(), "not", "there", "yet", "secret");
  const secret = keptSecret(file);

  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(keptSecret(file)).toBe(secret);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(keptSecret(join(folderForTests(), "secret"))).not.toBe(secret);
});

test("of processes that start at once, all use the same", async () => {
  const folder = folderForTests();
  const file = JSON.stringify(join(folder, "secret"));
  const program = `import { keptSecret } from "./lib/kept-secret.ts"; console.log(keptSecret(${file}))`;
  const runs = Array.from({ length: 6 }, () => execute(process.execPath, ["--input-type=module", "--eval", program]));

  const secrets = new Set((await Promise.all(runs)).map(({ stdout }) => stdout));

  expect(secrets.size).toBe(1);
  expect(readdirSync(folder)).toEqual(["secret"]);
});

test("nothing is never taken for a secret: not what a full disk left, nor an emptied file", () => {
  const disk = mountSmallDisk(1);
  if (!disk && process.env.CI) throw new Error("A disk to fill has to be mounted: run as root.");
  const file = join(disk?.folder ?? folderForTests(), "secret");
  if (disk) {
    disk.fill();
    expect(() => keptSecret(file)).toThrow("ENOSPC");
    disk.clear();
    expect(readdirSync(disk.folder)).toEqual([]);
  }
  writeFileSync(file, "");
  expect(keptSecret(file)).toMatch(/^[\w-]{43}$/);
  disk?.remove();
});
