import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { patientForTests } from "../patient-for-tests.ts";
import { clock } from "./clock.ts";
import { store } from "./store.ts";

test("a store is opened beside the site, and its tables are held against those of this release", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk);
  const patient = patientForTests({ DATA_DIR: place.dataDir });

  expect(await store(patient)).toMatchObject({
    state: "ok",
    seen: expect.stringMatching(/tables are up to date, 2 messages wait$/),
  });

  await sql`DELETE FROM kysely_migration WHERE name = '0003_spam'`.execute(desk.store.db);
  expect(await store(patient)).toMatchObject({ state: "warning", seen: "the tables lack 0003_spam" });
});

test("a store that is not there yet is made by the start, and one that cannot be opened is wrong", async () => {
  const patient = patientForTests();
  expect(await store(patient)).toMatchObject({ state: "warning" });

  writeFileSync(join(patient.env.dataDir, "leads.sqlite"), "no database, but a text of some length".repeat(200));
  expect(await store(patient)).toMatchObject({ state: "wrong", seen: expect.stringMatching(/it is no SQLite file/) });

  const away = patientForTests({ DATABASE_URL: "postgres://site:hunter2@127.0.0.1:1/leads" });
  const finding = await store(away);
  expect(finding).toMatchObject({
    state: "wrong",
    seen: expect.stringMatching(/^The database leads on 127\.0\.0\.1:1/),
  });
  expect(JSON.stringify(finding)).not.toContain("hunter2");
});

test("what a clock that was far ahead has dated makes no clock wrong that is right", async () => {
  const { desk, place, clock: ours } = await deskForTests();
  ours.now = new Date(Date.now() + 100 * 24 * 60 * 60_000);
  await submitLead(contact(), desk);
  expect(await clock(patientForTests({ DATA_DIR: place.dataDir }))).toMatchObject({
    state: "warning",
    seen: "inquiries that a clock more than a day ahead has dated: 1",
  });
});

test("a clock behind what is stored is wrong", async () => {
  const { desk, place, clock: ours } = await deskForTests();
  const patient = patientForTests({ DATA_DIR: place.dataDir });
  expect(await clock(patient)).toMatchObject({ state: "ok" });

  ours.now = new Date(Date.now() + 20 * 60_000);
  await submitLead(contact(), desk);
  expect(await clock(patient)).toMatchObject({
    state: "wrong",
    seen: expect.stringMatching(/20 minutes ahead of the clock of this machine/),
  });
});
