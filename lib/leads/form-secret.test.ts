import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { formSecret } from "./form-secret.ts";

const execute = promisify(execFile);

test("a secret is made once, and only its owner may read it", () => {
  const dataDir = join(folder(), "not", "there", "yet");
  const secret = formSecret(dataDir);

  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(formSecret(dataDir)).toBe(secret);
  expect(statSync(join(dataDir, "form-secret")).mode & 0o777).toBe(0o600);
  expect(formSecret(folder())).not.toBe(secret);
});

test("of processes that start at once, all use the same", async () => {
  const dataDir = folder();
  const program = `import { formSecret } from "./lib/leads/form-secret.ts"; console.log(formSecret(${JSON.stringify(dataDir)}))`;
  const runs = Array.from({ length: 6 }, () => execute(process.execPath, ["--input-type=module", "--eval", program]));

  const secrets = new Set((await Promise.all(runs)).map(({ stdout }) => stdout));

  expect(secrets.size).toBe(1);
  expect(readdirSync(dataDir)).toEqual(["form-secret"]);
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "secret-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}
