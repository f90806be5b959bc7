import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { leadsCommand } from "#lib/leads/cli/cli-for-tests.ts";
import { byProgram, contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { importSpool } from "#lib/leads/intake/spool-import.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { expectsReceipt } from "#lib/leads/outbox/expects-receipt.ts";
import { raiseAlarms } from "#lib/leads/watch/alarms.ts";
import { leadHealth } from "#lib/leads/watch/lead-health.ts";
import { watch } from "#lib/leads/watch/watch.ts";
import { mountSmallDisk } from "../../../scripts/small-disk.ts";
import { openLeadStore } from "./lead-store.ts";

type Trouble = { mend(): unknown };

test.each<[what: string, code: RegExp, cause: (desk: LeadDesk, dataDir: string) => Promise<Trouble>]>([
  ["is on a full disk", /database or disk is full/, fillUp],
  ["may only be read", /readonly database/, makeReadOnly],
  ["is locked by another process", /database is locked/, lock],
])("a store that %s: the lead waits on disk and is imported once", async (_what, code, cause) => {
  const { desk, place, reported } = await deskForTests();
  const trouble = await cause(desk, place.dataDir);
  const message = "m".repeat(9_000);

  const submitted = await submitLead(contact({ message }), desk);
  expect(submitted.status).toBe("received");
  expect(desk.spool.list()).toHaveLength(1);
  expect(reported.join()).toMatch(code);

  await trouble.mend();
  await importSpool(desk);
  await importSpool(desk);
  const leads = await desk.store.db.selectFrom("lead").select(["ref", "payload"]).execute();
  expect(leads.map(({ ref, payload }) => [ref, JSON.parse(payload).message])).toEqual([
    [submitted.status === "received" && submitted.ref, message],
  ]);
  expect(desk.spool.count()).toBe(0);
});

test("while leads wait nobody is kept waiting for the lock again", async () => {
  const { desk, place } = await deskForTests();
  const trouble = await lock(desk, place.dataDir);
  await submitLead(contact({ message: "waits for the lock" }), desk);

  const start = performance.now();
  for (let index = 0; index < 20; index++) await submitLead(contact({ message: `${index}` }), desk);
  expect(performance.now() - start).toBeLessThan(4_000);

  trouble.mend();
  await importSpool(desk);
  expect(await desk.store.db.selectFrom("lead").select("id").execute()).toHaveLength(21);
});

test.each<[what: string, ask: (desk: LeadDesk) => Promise<unknown>]>([
  ["a lead", (desk) => submitLead(contact({ message: "waits for the lock" }), desk)],
  ["health", (desk) => leadHealth(desk, true)],
  [
    "what was seen",
    (desk) => {
      desk.sightings.see("lead-refused");
      return watch(desk);
    },
  ],
])("while %s waits for a lock the process goes on with everything else", async (_what, ask) => {
  const { desk, place } = await deskForTests();
  const trouble = await lock(desk, place.dataDir);
  const asked = ask(desk);
  let longest = 0;
  for (let last = performance.now(), tries = 0; tries < 20; tries++) {
    await wait(10);
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  trouble.mend();
  expect(longest).toBeLessThan(1_000);
  await asked;
  expect(desk.spool.count()).toBe(0);
});

test("behind a lock health says that the store is away, and thanks promise nothing, before anybody gives up", async () => {
  const { desk, place } = await deskForTests();
  const trouble = await lock(desk, place.dataDir);
  const start = performance.now();
  expect(await leadHealth(desk, true)).toMatchObject({ status: "failing", alarms: ["store-away"] });
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(false);
  expect(performance.now() - start).toBeLessThan(4_500);
  trouble.mend();
  await expect.poll(() => leadHealth(desk, true)).toMatchObject({ status: "ok", alarms: [] });
});

const disk = mountSmallDisk(1);
afterAll(() => disk?.remove());

// Where nothing can be mounted nothing can be filled up.
test.runIf(disk).each([
  ["erase", "ana@company.com"],
  ["release", "K7QD2"],
  ["spam", "K7QD2"],
])("on a full disk the command %s says so in one line, and can be run again", async (...args) => {
  const place = { dataDir: mkdtempSync(join(disk?.folder ?? "", "data-")) };
  const store = await openLeadStore(place);
  const { desk } = await deskForTests();
  await submitLead(contact({}, byProgram), { ...desk, store }, () => "K7QD2");
  // A log that was longer would be written over.
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(store.db);
  disk?.fill();
  const { exitCode, stdout, stderr } = await leadsCommand(args, place);
  disk?.clear();
  expect({ exitCode, stdout, stderr: stderr.split("\n") }).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: [expect.stringMatching(/^Not done, or not to the end: the disk is full/), ""],
  });
  expect(await leadsCommand(args, place)).toMatchObject({ exitCode: 0 });
  await store.close();
  rmSync(place.dataDir, { recursive: true });
});

test("a database file that was moved away or replaced is a fault, and what comes is kept for the next start", async () => {
  const { desk, clock, place, reported } = await deskForTests();
  const file = join(place.dataDir, "leads.sqlite");
  await submitLead(contact({ message: "before" }), desk);
  renameSync(file, `${file}.away`);

  expect(await leadHealth(desk, true)).toMatchObject({ status: "failing", alarms: ["store-moved"] });
  expect(await submitLead(contact({ message: "meanwhile" }), desk)).toMatchObject({ status: "received" });
  expect(desk.spool.list()).toHaveLength(1);
  await watch(desk);
  await raiseAlarms(desk);
  expect(reported).toContain("ALARM: store-moved");

  writeFileSync(file, "");
  await importSpool(desk);
  expect(await leadHealth(desk, true), "replaced").toMatchObject({
    status: "failing",
    alarms: ["leads-in-spool", "store-moved"],
  });

  renameSync(`${file}.away`, file);
  await importSpool(desk);
  await watch(desk);
  clock.pass(5);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "ok", alarms: [] });
  expect(await desk.store.db.selectFrom("lead").select("id").execute()).toHaveLength(2);
});

async function fillUp({ store: { db } }: LeadDesk): Promise<Trouble> {
  const pages = await sql<{ page_count: number }>`PRAGMA page_count`.execute(db);
  await sql.raw(`PRAGMA max_page_count = ${pages.rows[0]?.page_count}`).execute(db);
  return { mend: () => sql`PRAGMA max_page_count = 1000000`.execute(db) };
}

async function makeReadOnly({ store: { db } }: LeadDesk): Promise<Trouble> {
  await sql`PRAGMA query_only = ON`.execute(db);
  return { mend: () => sql`PRAGMA query_only = OFF`.execute(db) };
}

async function lock(_desk: LeadDesk, dataDir: string): Promise<Trouble> {
  const other = new DatabaseSync(join(dataDir, "leads.sqlite"));
  other.exec("BEGIN EXCLUSIVE");
  return {
    mend() {
      other.exec("ROLLBACK");
      other.close();
    },
  };
}
