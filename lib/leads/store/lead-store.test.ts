import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { leadMigrations } from "./lead-migrations.ts";
import { openLeadStore, readLeadStore } from "./lead-store.ts";
import { placeForTests } from "./place-for-tests.ts";

const execute = promisify(execFile);

test("processes that start at once on an empty place all find the tables, made once", async () => {
  const program = `
    import { openLeadStore } from "./lib/leads/store/lead-store.ts";
    const store = await openLeadStore(JSON.parse(process.argv[1]));
    console.log(JSON.stringify(await store.counts()));
    await store.close();`;

  for (let round = 0; round < 2; round++) {
    const place = await placeForTests();
    const args = ["--input-type=module", "--eval", program, JSON.stringify(place)];
    const outputs = await Promise.all(Array.from({ length: 8 }, () => execute(process.execPath, args)));

    expect(outputs.map(({ stdout }) => JSON.parse(stdout))).toEqual(Array(8).fill({ pending: 0, dead: 0 }));
    const store = await openLeadStore(place);
    const made = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(store.db);
    expect(made.rows.map(({ name }) => name)).toEqual(Object.keys(leadMigrations));
    await store.close();
  }
});

test("a release that is put back goes on with the tables of the one after it", async () => {
  const { desk, place } = await deskForTests();
  await sql`INSERT INTO kysely_migration (name, timestamp) VALUES ('9999_later', '2027-01-01T00:00:00.000Z')`.execute(
    desk.store.db,
  );
  await sql`ALTER TABLE lead ADD COLUMN later text`.execute(desk.store.db);

  const before = await openLeadStore(place);

  expect(await submitLead(contact(), { ...desk, store: before })).toMatchObject({ status: "received" });
  expect(await before.counts()).toEqual({ pending: 2, dead: 0 });
  await before.close();
});

test("the store can be read beside the process that writes it, and not changed", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk);

  const reader = await readLeadStore(place);

  expect(await reader?.counts()).toEqual({ pending: 2, dead: 0 });
  await expect(reader?.db.deleteFrom("outbox").execute()).rejects.toThrow(/read-?only/);
  await reader?.close();
});

test("where there is no store, there is none to read", async () => {
  expect(await readLeadStore(await placeForTests())).toBeUndefined();
});

test("a receipt that was given up is nobody's alarm, a notice is", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact(), desk);

  await desk.store.db.updateTable("outbox").set({ state: "dead" }).where("kind", "=", "receipt").execute();
  expect(await desk.store.counts()).toEqual({ pending: 1, dead: 0 });

  await desk.store.db.updateTable("outbox").set({ state: "dead" }).execute();
  expect(await desk.store.counts()).toEqual({ pending: 0, dead: 1 });
});
