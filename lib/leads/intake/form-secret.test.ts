import { execFile } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { formSecret } from "./form-secret.ts";

const execute = promisify(execFile);

test("a secret is made once, and only its owner may read it", () => {
  const dataDir = join(folderForTests(), "not", "there", "yet");
  const secret = formSecret(dataDir);

  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(formSecret(dataDir)).toBe(secret);
  expect(statSync(join(dataDir, "form-secret")).mode & 0o777).toBe(0o600);
  expect(formSecret(folderForTests())).not.toBe(secret);
});

test("of processes that start at once, all use the same", async () => {
  const dataDir = folderForTests();
  const program = `import { formSecret } from "./lib/leads/intake/form-secret.ts"; console.log(formSecret(${JSON.stringify(dataDir)}))`;
  const runs = Array.from({ length: 6 }, () => execute(process.execPath, ["--input-type=module", "--eval", program]));

  const secrets = new Set((await Promise.all(runs)).map(({ stdout }) => stdout));

  expect(secrets.size).toBe(1);
  expect(readdirSync(dataDir)).toEqual(["form-secret"]);
});
