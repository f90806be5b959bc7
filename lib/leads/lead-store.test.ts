import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { contact, deskForTests } from "./desk-for-tests.ts";
import { leadMigrations } from "./lead-migrations.ts";
import { openLeadStore, readLeadStore } from "./lead-store.ts";
import { submitLead } from "./submit-lead.ts";

const execute = promisify(execFile);

test("the store is made for its owner alone, and a commit is on disk before it is answered", async () => {
  const dataDir = join(folder(), "deep", "data");
  const { db, close } = await openLeadStore(dataDir);

  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect((await sql`PRAGMA journal_mode`.execute(db)).rows).toEqual([{ journal_mode: "wal" }]);
  expect((await sql`PRAGMA synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
  expect((await sql`PRAGMA foreign_keys`.execute(db)).rows).toEqual([{ foreign_keys: 1 }]);
  expect((await sql`PRAGMA busy_timeout`.execute(db)).rows).toEqual([{ timeout: 5000 }]);
  await close();
});

test("processes that start at once on an empty folder all find the tables, made once", async () => {
  const program = `
    import { openLeadStore } from "./lib/leads/lead-store.ts";
    const store = await openLeadStore(process.argv[1]);
    console.log(JSON.stringify(await store.counts()));
    await store.close();`;

  for (let round = 0; round < 4; round++) {
    const dataDir = folder();
    const outputs = await Promise.all(
      Array.from({ length: 6 }, () => execute(process.execPath, ["--input-type=module", "--eval", program, dataDir])),
    );

    expect(outputs.map(({ stdout }) => JSON.parse(stdout))).toEqual(Array(6).fill({ pending: 0, dead: 0 }));
    const store = await openLeadStore(dataDir);
    const made = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(store.db);
    expect(made.rows.map(({ name }) => name)).toEqual(Object.keys(leadMigrations));
    await store.close();
  }
});

test("the store can be read beside the process that writes it, and not changed", async () => {
  const { desk, dataDir } = await deskForTests();
  await submitLead(contact(), desk);

  const reader = readLeadStore(dataDir);

  expect(await reader?.counts()).toEqual({ pending: 2, dead: 0 });
  await expect(reader?.db.deleteFrom("outbox").execute()).rejects.toThrow("readonly");
  await reader?.close();
});

test("where there is no store, there is none to read", () => {
  expect(readLeadStore(folder())).toBeUndefined();
});

test("a receipt that was given up is nobody's alarm, a notice is", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact(), desk);

  await desk.store.db.updateTable("outbox").set({ state: "dead" }).where("kind", "=", "receipt").execute();
  expect(await desk.store.counts()).toEqual({ pending: 1, dead: 0 });

  await desk.store.db.updateTable("outbox").set({ state: "dead" }).execute();
  expect(await desk.store.counts()).toEqual({ pending: 0, dead: 1 });
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "leads-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}
