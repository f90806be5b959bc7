import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { patientForTests } from "../patient-for-tests.ts";
import { dataDir } from "./data-dir.ts";
import { formSecret } from "./form-secret.ts";
import { space } from "./space.ts";

test("a folder of its user alone is well, and one that others can open is not, and stays as it is", async () => {
  const patient = patientForTests();
  const folder = patient.env.dataDir;
  chmodSync(folder, 0o700);
  expect(await dataDir(patient)).toMatchObject({ state: "ok" });

  writeFileSync(join(folder, "leads.sqlite"), "", { mode: 0o644 });
  chmodSync(folder, 0o755);
  const open = `${folder} ${join(folder, "leads.sqlite")}`;
  expect(await dataDir(patient)).toMatchObject({ state: "wrong", todo: `chmod go= ${open}` });
  expect(await dataDir(patient)).toMatchObject({ state: "wrong", todo: `chmod go= ${open}` });
});

test("what cannot be written is wrong, in the words of the start", async () => {
  const folder = folderForTests();
  mkdirSync(join(folder, "leads.sqlite"));
  expect(await dataDir(patientForTests({ DATA_DIR: folder }))).toMatchObject({
    state: "wrong",
    seen: expect.stringMatching(/leads\.sqlite is no file, and one belongs there/),
  });
});

test.runIf(process.getuid?.() === 0)("a folder of somebody else is said", async () => {
  const { chownSync } = await import("node:fs");
  const patient = patientForTests();
  chmodSync(patient.env.dataDir, 0o700);
  chownSync(patient.env.dataDir, 1, 1);
  expect(await dataDir(patient)).toMatchObject({
    state: "warning",
    seen: expect.stringMatching(/belongs to user 1, and this is user 0$/),
  });
});

test("a folder that is not there yet is not made", async () => {
  const patient = patientForTests({ DATA_DIR: join(folderForTests(), "data") });
  expect(await dataDir(patient)).toMatchObject({ state: "warning" });
  expect(await space(patient)).toBeUndefined();
  expect(existsSync(patient.env.dataDir)).toBe(false);
});

test("how much is free is said", async () => {
  expect(await space(patientForTests())).toMatchObject({
    state: "ok",
    seen: expect.stringMatching(/^\d+ MB are free where inquiries are kept/),
  });
});

test("a form secret in the folder is enough for one machine, and not beside a database", async () => {
  const secret = "a secret of thirty-two characters";
  const database = { DATABASE_URL: "postgres://127.0.0.1:1/leads" };
  expect(await formSecret(patientForTests())).toMatchObject({ state: "ok" });
  expect(await formSecret(patientForTests(database))).toMatchObject({ state: "warning" });
  const set = await formSecret(patientForTests({ ...database, FORM_SECRET: secret }));
  expect(set).toMatchObject({ state: "ok" });
  expect(JSON.stringify(set)).not.toContain(secret);
});
