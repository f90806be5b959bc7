import { sql } from "kysely";
import { expect, test } from "vitest";
import { releaseLead } from "#lib/leads/decide/release-lead.ts";
import { byProgram, contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { leadMigrations } from "#lib/leads/store/lead-migrations.ts";
import { writeSighting } from "#lib/leads/store/sightings.ts";
import { currentAlarms } from "#lib/leads/watch/alarms.ts";
import { claimDue, retryNow } from "./outbox.ts";
import { outboxRow } from "./outbox-row.ts";
import { dropRestored, holdRestored, restoredMail, sendRestored } from "./restored-mail.ts";
import { retryLead } from "./retry-lead.ts";

const years = 10 * 365 * 86_400;

test.each([
  ["a clock that was years ahead", years],
  ["a clock that is right", 0],
  ["a clock that was years behind", -years],
])("what waits is held and what comes after is not, whatever the clocks: queued by %s", async (_clock, ahead) => {
  for (const since of [60, -86_400, years]) {
    const { desk, clock } = await deskForTests();
    const { now } = clock;
    clock.pass(ahead);
    await submitLead(contact({ message: "sent" }), desk);
    await desk.store.db.updateTable("outbox").set({ state: "sent" }).execute();
    await submitLead(contact({ message: "waiting" }), desk, () => "K7QD2");
    clock.now = now;

    expect(await holdRestored(desk.store.db)).toBe(2);
    clock.pass(since);
    await submitLead(contact({ email: "eva@company.com", message: "after" }), desk, () => "N3WXY");
    await retryNow(desk);
    expect(await claimed(desk)).toEqual(["N3WXY notify", "N3WXY receipt"]);
    expect((await restoredMail(desk.store.db)).map(({ ref, kind }) => `${ref} ${kind}`)).toEqual([
      "K7QD2 notify",
      "K7QD2 receipt",
    ]);
    expect(await dropRestored(desk.store.db)).toBe(2);
    expect(await restoredMail(desk.store.db)).toEqual([]);
  }
});

test("what was being sent when the copy was made waits as well, and goes when somebody says so, late for nothing", async () => {
  const { desk, clock } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  expect(await claimed(desk)).toHaveLength(2);
  expect(await holdRestored(desk.store.db)).toBe(2);
  clock.pass(100 * 3_600);
  expect(await claimed(desk)).toEqual([]);
  expect(await restoredMail(desk.store.db)).toHaveLength(2);
  expect(await topics(desk)).toEqual(["mail-delayed", "restored-mail"]);
  await retryLead("K7QD2", desk);
  expect(await topics(desk)).toEqual([]);
  expect(await claimed(desk)).toEqual(["K7QD2 notify", "K7QD2 receipt"]);
});

test("what was refused for good before goes when it is retried", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  await desk.store.db.updateTable("outbox").set({ last_class: "permanent", last_reply: "550" }).execute();
  await holdRestored(desk.store.db);
  await retryLead("K7QD2", desk);
  expect(await claimed(desk)).toEqual(["K7QD2 notify", "K7QD2 receipt"]);
});

test("what was dropped and is wanted after all waits for nothing more", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact({}, byProgram), desk, () => "K7QD2");
  await holdRestored(desk.store.db);
  await dropRestored(desk.store.db);
  const leads = await desk.store.db.selectFrom("lead").selectAll().execute();
  await desk.store.db.transaction().execute((tx) => releaseLead(tx, leads, desk, desk.now().toISOString()));
  expect(await claimed(desk)).toEqual(["K7QD2 notify", "K7QD2 receipt"]);
});

test("what an earlier version held by its time is held after an update, and nothing else is", async () => {
  const { desk, clock } = await deskForTests();
  const { db } = desk.store;
  await submitLead(contact({ message: "sent" }), desk);
  await db.updateTable("outbox").set({ state: "sent" }).execute();
  await submitLead(contact({ message: "waiting" }), desk, () => "K7QD2");
  await writeSighting(db, "restored-mail", desk.now().toISOString());
  clock.pass(1);
  await submitLead(contact({ message: "after" }), desk, () => "N3WXY");
  await sql`ALTER TABLE outbox DROP COLUMN restored`.execute(db);

  await leadMigrations["0008_restored"]?.up(db);

  expect(await claimed(desk)).toEqual(["N3WXY notify", "N3WXY receipt"]);
  expect(await restoredMail(db)).toHaveLength(2);
});

test("what is held is not tried, so what a server said of it before is no alarm of today", async () => {
  for (const [last_class, before] of [
    ["configuration", "mail-paused"],
    ["refused", "mail-refused"],
    ["refused", "receipts-refused"],
  ] as const) {
    const { desk } = await deskForTests();
    for (const email of ["ana@company.com", "eva@company.com", "luis@company.com"]) {
      await submitLead(contact({ email, message: email }), desk);
    }
    await desk.store.db.updateTable("outbox").set({ last_class, last_reply: "535" }).execute();
    const rows = await desk.store.db.selectFrom("outbox").select("id").execute();
    const attempt = { at: desk.now().toISOString(), code: 535, reply: "535", class: last_class, ms: 1 };
    await desk.store.db
      .insertInto("attempt")
      .values(rows.map(({ id }) => ({ ...attempt, id, outbox_id: id })))
      .execute();
    expect(await topics(desk)).toContain(before);
    await holdRestored(desk.store.db);
    expect(await topics(desk)).toEqual(["restored-mail"]);
  }
});

test("what is let go has its time anew, but for a mail that tells of what was so when it was queued", async () => {
  const { desk, clock } = await deskForTests();
  await submitLead(contact(), desk);
  const at = desk.now().toISOString();
  const digest = outboxRow({ kind: "digest", recipient: "sales@dreamcode.test", at });
  await desk.store.db.insertInto("outbox").values(digest).execute();
  await desk.store.db.updateTable("outbox").set({ attempts: 9 }).execute();
  clock.pass(60);
  await holdRestored(desk.store.db);
  clock.pass(3_600);

  expect(await sendRestored(desk.store.db, desk.now())).toBe(3);
  const rows = await desk.store.db
    .selectFrom("outbox")
    .select(["kind", "queued_at", "attempts"])
    .orderBy("kind")
    .execute();
  const later = desk.now().toISOString();
  expect(rows.map(({ attempts }) => attempts)).toEqual([0, 0, 0]);
  expect(rows.map(({ kind, queued_at }) => [kind, queued_at])).toEqual([
    ["digest", at],
    ["notify", later],
    ["receipt", later],
  ]);
  expect(await claimDue(desk, 10)).toHaveLength(3);
});

async function claimed(desk: LeadDesk) {
  const messages = await claimDue(desk, 10);
  return messages.map(({ kind, message_id }) => `${message_id.slice(1, 6)} ${kind}`);
}

async function topics(desk: LeadDesk) {
  return (await currentAlarms(desk)).map(({ topic }) => topic);
}
