import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { openLeadStore } from "#lib/leads/store/lead-store.ts";

const made = expect.stringMatching(/^leads-\d{4}-\d\d-\d\dT\d{6}Z\.backup$/);
const day = 24 * 60 * 60;

test("a copy is made for its owner alone, and what is older than so many days goes", async () => {
  const { folder, backUp } = await place();
  expect(backUp()).toMatchObject({ status: 0, stderr: "" });
  expect(readdirSync(folder).sort()).toEqual([made, "leads-kept.backup", "notes.txt"]);
  for (const name of readdirSync(folder).filter((name) => /T\d/.test(name)))
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test("where no copy can be made no old one goes, and whoever started it is told", async () => {
  const { folder, dataDir, backUp } = await place();
  writeFileSync(join(dataDir, "leads.sqlite"), "not a database");
  expect(backUp()).toMatchObject({ status: 1 });
  expect(readdirSync(folder)).toContain("leads-old.backup");
});

/** A store, and a folder of copies: one of 8 days ago, one of 6, and what is none. */
async function place() {
  const place = folderForTests();
  const [dataDir, folder] = [join(place, "data"), join(place, "copies")];
  mkdirSync(folder);
  const store = await openLeadStore({ dataDir, databaseUrl: undefined });
  await store.close();
  for (const [name, days] of [
    ["leads-old.backup", 8],
    ["leads-kept.backup", 6],
    ["notes.txt", 8],
  ] as const) {
    writeFileSync(join(folder, name), "");
    const then = Date.now() / 1000 - days * day;
    utimesSync(join(folder, name), then, then);
  }
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" };
  const backUp = () => spawnSync("deploy/backup.sh", [folder, "7"], { env, encoding: "utf8" });
  return { dataDir, folder, backUp };
}
