import { join } from "node:path";
import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { leadsCommand as leads } from "#lib/leads/cli/cli-for-tests.ts";
import { deskForTests } from "#lib/leads/desk-for-tests.ts";
import { behindPooler } from "#lib/leads/store/behind-pooler-for-tests.ts";
import { openLeadStore, openPostgresTables } from "#lib/leads/store/lead-store.ts";
import { databaseForTests } from "#lib/leads/store/place-for-tests.ts";
import { hasPooler } from "../../../scripts/private-pooler.ts";

test("a backup goes back beside the database that it was made beside, and beside no other kind of store", async () => {
  const { place } = await deskForTests();
  const folder = folderForTests();
  const beside = join(folder, "beside.backup");
  await leads(["backup", beside], place);
  const sqlite = { dataDir: folderForTests() };
  await (await openLeadStore(sqlite)).close();
  const whole = join(folder, "whole.backup");
  await leads(["backup", whole], sqlite);
  const dataDir = folderForTests();
  const site = new Client({ connectionString: place.databaseUrl, application_name: "dreamcode" });
  await site.connect();
  const empty = await databaseForTests(inject("postgresUrl") ?? "");

  for (const [file, to, said] of [
    [beside, { dataDir }, /holds no inquiries: set DATABASE_URL\.\n$/],
    [whole, { ...place, dataDir }, /holds a SQLite store: unset DATABASE_URL to restore it\./],
    [beside, { dataDir, databaseUrl: empty }, /holds no inquiries: put its dump back first, then try again\.\n$/],
    [beside, { ...place, dataDir }, /^A site or a worker uses the database of DATABASE_URL,/],
  ] as const) {
    const { exitCode, stdout, stderr } = await leads(["restore", file], to);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatch(said);
  }
  await site.end();
}, 60_000);

test.skipIf(!hasPooler())(
  "a pooler that keeps the session of a command keeps nobody from putting a backup back",
  async () => {
    const { place } = await behindPooler("transaction");
    await (await openPostgresTables(place.databaseUrl)).destroy();
    const file = join(folderForTests(), "beside.backup");
    expect(await leads(["backup", file], place)).toMatchObject({ exitCode: 0 });

    const restored = await leads(["restore", file], { ...place, dataDir: folderForTests() });
    expect(restored, restored.stderr).toMatchObject({ exitCode: 0 });
  },
  60_000,
);
