import { execFile } from "node:child_process";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { type ColumnMetadata, type Kysely, sql } from "kysely";
import { expect, inject, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { contact, deskForTests, inquiry } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { claimDue } from "#lib/leads/outbox/outbox.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { openLeadStore } from "#lib/leads/store/lead-store.ts";
import { databaseForTests, storeEnv } from "#lib/leads/store/place-for-tests.ts";
import { migrateStore } from "./migrate-store.ts";

const execute = promisify(execFile);

test("every table of the store is copied, also one that was added after this was written", async () => {
  const { dataDir, databaseUrl } = await places();
  const store = await openLeadStore({ dataDir });
  const all = await store.db.introspection.getTables();
  await store.close();
  // The site counts anew.
  const tables = all.filter(({ name }) => name !== "counted_part");
  const file = new DatabaseSync(join(dataDir, "leads.sqlite"), { enableForeignKeyConstraints: false });
  for (const { name, columns } of tables) {
    const row = rowOf(columns);
    const names = Object.keys(row).map((column) => `"${column}"`);
    file.prepare(`INSERT INTO "${name}" (${names}) VALUES (${names.map(() => "?")})`).run(...Object.values(row));
  }
  file.close();

  const counts = await migrateStore(dataDir, databaseUrl);

  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(tables.map(({ name }) => [name, 1])));
  const copy = await openLeadStore({ dataDir, databaseUrl });
  for (const { name, columns } of tables) {
    expect(await rowsOf(name, copy.db), name).toEqual([rowOf(columns)]);
  }
  await copy.close();
});

test("a store that was in use goes on where it was, with every letter", async () => {
  const { dataDir, databaseUrl } = await places();
  const store = await openLeadStore({ dataDir });
  const { desk, clock } = await deskForTests({ store });
  for (let index = 0; index < 1_200; index++) await submitLead(contact({ message: `Ñandú 🦙 “${index}”` }), desk);
  const sent = await submitLead(inquiry({ message: "Again" }), desk);
  await claimDue(desk, 3);
  await store.close();

  const counts = await migrateStore(dataDir, databaseUrl);
  const again = await migrateStore(dataDir, databaseUrl);

  expect(counts.get("lead")).toBe(1_201);
  expect(counts.get("outbox")).toBe(2_402);
  expect(again).toEqual(counts);
  const copy = await openLeadStore({ dataDir, databaseUrl });
  expect(await submitLead(inquiry({ message: "Again" }), { ...desk, store: copy })).toEqual(sent);
  const messages = await copy.db.selectFrom("lead").select("payload").execute();
  expect(new Set(messages.map(({ payload }) => JSON.parse(payload).message))).toContain("Ñandú 🦙 “1199”");
  clock.pass(61);
  expect(await claimDue({ ...desk, store: copy }, 5_000)).toHaveLength(2_402);
  await copy.close();
}, 60_000);

test("a database that holds other leads is left as it is", async () => {
  const { dataDir, databaseUrl } = await places();
  await leave(contact({ message: "in the file" }), { dataDir });
  await leave(contact({ message: "in the database" }), { dataDir, databaseUrl });

  await expect(migrateStore(dataDir, databaseUrl)).rejects.toThrow(/holds other rows in its table lead\. Nothing/);

  const copy = await openLeadStore({ dataDir, databaseUrl });
  const leads = await copy.db.selectFrom("lead").select("payload").execute();
  expect(leads.map(({ payload }) => JSON.parse(payload).message)).toEqual(["in the database"]);
  await copy.close();
});

test("once the database has gone on by itself, the file is not copied over it", async () => {
  const { dataDir, databaseUrl } = await places();
  await leave(contact(), { dataDir });
  await migrateStore(dataDir, databaseUrl);
  const copy = await openLeadStore({ dataDir, databaseUrl });
  await copy.db.updateTable("outbox").set({ state: "sent" }).execute();

  await expect(migrateStore(dataDir, databaseUrl)).rejects.toThrow(/holds other rows in its table outbox/);

  expect(await copy.counts()).toEqual({ pending: 0, dead: 0 });
  await copy.close();
});

test("a store that is in use is not copied", async () => {
  const { dataDir, databaseUrl } = await places();
  const store = await openLeadStore({ dataDir });

  await expect(migrateStore(dataDir, databaseUrl)).rejects.toThrow(/is in use\. Stop the site and every worker/);

  await store.close();
  expect((await migrateStore(dataDir, databaseUrl)).get("lead")).toBe(0);
});

test("the command prints what it copied, and says in one line what is missing", async () => {
  const { dataDir, databaseUrl } = await places();
  expect(await command({ dataDir, databaseUrl })).toEqual([
    1,
    "",
    expect.stringMatching(/^There is no .+ to copy\..+\n$/),
  ]);
  await leave(contact(), { dataDir });

  expect(await command({ dataDir })).toEqual([1, "", expect.stringMatching(/^DATABASE_URL is not set.+\n$/)]);
  const [code, printed] = await command({ dataDir, databaseUrl });

  expect(code).toBe(0);
  expect(printed).toMatch(/^lead +1$/m);
  expect(printed).toMatch(/^outbox +2$/m);
  expect(printed).toMatch(/Every row is in the database and was read back\./);
});

async function places() {
  return { dataDir: folderForTests(), databaseUrl: await databaseForTests(inject("postgresUrl") ?? "") };
}

async function leave(submission: Parameters<typeof submitLead>[0], place: Parameters<typeof openLeadStore>[0]) {
  const store = await openLeadStore(place);
  const { desk } = await deskForTests({ store });
  await submitLead(submission, desk);
  await store.close();
}

/** The same text in each column, so that every reference finds its row. */
function rowOf(columns: ColumnMetadata[]) {
  return Object.fromEntries(columns.map(({ name, dataType }) => [name, /^integer$/i.test(dataType) ? 7 : "x"]));
}

async function rowsOf(table: string, db: Kysely<LeadDatabase>) {
  return (await sql`SELECT * FROM ${sql.table(table)}`.execute(db)).rows;
}

async function command(place: Parameters<typeof storeEnv>[0]): Promise<[code: number, stdout: string, stderr: string]> {
  const env = { ...process.env, ...storeEnv(place) };
  try {
    const { stdout, stderr } = await execute(process.execPath, ["lib/leads/cli/cli.ts", "migrate-store"], { env });
    return [0, stdout, stderr];
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return [code, stdout, stderr];
  }
}
