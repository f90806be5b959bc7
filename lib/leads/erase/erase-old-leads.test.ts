import { sql } from "kysely";
import { expect, test } from "vitest";
import { beyondDoubt, contact, deliverDue, deliveryTo, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { bytesForTests } from "#lib/leads/store/bytes-for-tests.ts";
import { currentAlarms, raiseAlarms } from "#lib/leads/watch/alarms.ts";
import { startWorker } from "#lib/leads/watch/delivery-worker.ts";
import { smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { eraseLeads } from "./erase-leads.ts";
import { eraseOldLeads, eraseOldLeadsUnasked } from "./erase-old-leads.ts";

const dayInSeconds = 86_400;

test("what is older than RETENTION_DAYS is erased, also what is held, and what is younger stays", async () => {
  const { desk, clock, reported } = await deskForTests();
  const smtp = await smtpForTests();
  const delivery = { ...deliveryTo(smtp.url, desk), retentionDays: 30 };
  await submitLead(contact({ message: "old" }), desk, () => "B2222");
  await submitLead(beyondDoubt("held"), desk, () => "H3333");
  await deliverDue(delivery);
  clock.pass(1);
  await submitLead(contact({ message: "young" }), desk, () => "Y4444");
  await deliverDue(delivery);

  await runFor(30 * dayInSeconds - 1, clock, delivery);
  expect(await statuses(desk)).toEqual({ B2222: "new", H3333: "quarantined", Y4444: "new" });

  clock.pass(1);
  await Promise.all([eraseOldLeads(delivery), eraseOldLeads(delivery)]);
  await eraseOldLeads(delivery);

  expect(await statuses(desk)).toEqual({ B2222: "erased", H3333: "erased", Y4444: "new" });
  expect(reported).toEqual(["leads older than RETENTION_DAYS erased: 2"]);
});

test("of what was too old no file of the store holds a trace", async () => {
  const { desk, place, clock } = await deskForTests();
  await submitLead(beyondDoubt("Murciélagos en el desván"), desk);
  clock.pass(7 * dayInSeconds);
  await submitLead(beyondDoubt("Somebody else."), desk);
  await runFor(24 * dayInSeconds, clock, { ...desk, retentionDays: undefined });
  expect(await bytesForTests(place, desk.store)).toContain("Murciélagos");

  await eraseOldLeads({ ...desk, retentionDays: 30 });

  const left = await bytesForTests(place, desk.store);
  expect(left).not.toContain("Murciélagos");
  expect(left).toContain("Somebody else.");
});

test("what was erased by a process that ended then is wiped from the files by the next pass, though nothing is old", async () => {
  const { desk, place, clock, reported } = await deskForTests();
  await deleteCarelessly(desk);
  await submitLead(beyondDoubt("Murciélagos en el desván"), desk);
  clock.pass(7 * dayInSeconds);
  await submitLead(beyondDoubt("Somebody else."), desk);
  const who = { at: desk.now().toISOString(), who: "RETENTION_DAYS" };
  await eraseLeads(desk.store, who, (tx) =>
    tx.selectFrom("lead").selectAll().where("created_at", "<", who.at).execute(),
  );
  expect(await bytesForTests(place, desk.store)).toContain("Murciélagos");

  await eraseOldLeads({ ...desk, retentionDays: undefined });

  const left = await bytesForTests(place, desk.store);
  expect(left).not.toContain("Murciélagos");
  expect(left).toContain("Somebody else.");
  expect(reported).toEqual([]);
});

test("files that could not be wiped are said and are no alarm, the leads are erased all the same, and the next pass wipes them", async () => {
  const { desk, place, clock, reported } = await deskForTests();
  await deleteCarelessly(desk);
  await submitLead(beyondDoubt("Murciélagos en el desván"), desk, () => "B2222");
  await runFor(31 * dayInSeconds, clock, { ...desk, retentionDays: undefined });
  const doLong = () => Promise.reject(new StoreError("Somebody still reads what was there before"));
  const old = { ...desk, retentionDays: 30 };

  await eraseOldLeads({ ...old, store: { ...desk.store, doLong } });

  expect(await statuses(desk)).toEqual({ B2222: "erased" });
  expect(reported).toEqual([
    "leads older than RETENTION_DAYS erased: 1",
    expect.stringMatching(/^what was erased still stands in the files: StoreError /),
  ]);
  expect(await currentAlarms(desk)).toEqual([]);
  expect(await bytesForTests(place, desk.store)).toContain("Murciélagos");

  await eraseOldLeads(old);
  expect(reported).toHaveLength(2);
  expect(await bytesForTests(place, desk.store)).not.toContain("Murciélagos");
  // Nor is it done each hour from then on.
  await eraseOldLeads({ ...old, store: { ...desk.store, doLong } });
  expect(reported).toHaveLength(2);
});

test("what is still to reach the team stays until it did, or was given up", async () => {
  const { desk, clock } = await deskForTests();
  let code: number | undefined = 451;
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) => answer(code && address.startsWith("sales") ? smtpError(code) : null),
  });
  const delivery = { ...deliveryTo(smtp.url, desk), retentionDays: 30 };
  await submitLead(contact({ message: "waits, and is given up" }), desk, () => "D2222");
  await submitLead(contact({ message: "waits, and is delivered" }), desk, () => "W3333");
  await runFor(40 * dayInSeconds, clock, delivery);
  await deliverDue(delivery);
  await eraseOldLeads(delivery);
  expect(await statuses(desk)).toEqual({ D2222: "new", W3333: "new" });

  await desk.store.db
    .updateTable("outbox")
    .set({ state: "dead" })
    .where("message_id", "like", "<D2222.notify%")
    .execute();
  await eraseOldLeads(delivery);
  expect(await statuses(desk)).toEqual({ D2222: "erased", W3333: "new" });

  code = undefined;
  clock.pass(3600);
  await deliverDue(delivery);
  await eraseOldLeads(delivery);
  expect(await statuses(desk)).toEqual({ D2222: "erased", W3333: "erased" });
  expect(smtp.mails.filter(({ to }) => to[0]?.startsWith("sales"))).toHaveLength(1);
});

test.each([
  [undefined, "new"],
  [30, "erased"],
])("a worker with RETENTION_DAYS %j: a lead of 31 days is %s once it has started", async (retentionDays, status) => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(contact(), desk, () => "B2222");
  await deliverDue(deliveryTo(smtp.url, desk));
  clock.pass(31 * dayInSeconds);
  await submitLead(contact({ message: "today" }), desk, () => "Y4444");

  const worker = startWorker({ ...deliveryTo(smtp.url, desk), retentionDays });
  await expect.poll(() => smtp.mails).toHaveLength(4);
  await worker.stop();

  expect(await statuses(desk)).toEqual({ B2222: status, Y4444: "new" });
});

test("more than are erased at once are all erased, once somebody has looked at the clock", async () => {
  const { desk, clock } = await deskForTests();
  for (let index = 0; index < 401; index++) await submitLead(beyondDoubt(`${index}`), desk);
  const old = { ...desk, retentionDays: 1 };
  await runFor(2 * dayInSeconds, clock, { ...desk, retentionDays: undefined });

  await eraseOldLeads(old);
  expect(new Set(Object.values(await statuses(desk)))).toEqual(new Set(["quarantined"]));

  await eraseOldLeadsUnasked(old);
  expect(new Set(Object.values(await statuses(desk)))).toEqual(new Set(["erased"]));
});

test("a quiet site is cleaned, though all of its leads are old", async () => {
  const { desk, clock } = await deskForTests();
  for (let index = 0; index < 10; index++) await submitLead(beyondDoubt(`${index}`), desk);
  await runFor(31 * dayInSeconds, clock, { ...desk, retentionDays: undefined });

  await eraseOldLeads({ ...desk, retentionDays: 30 });

  expect(new Set(Object.values(await statuses(desk)))).toEqual(new Set(["erased"]));
});

test.each([
  [10, 10, "erased"],
  [11, 11, "erased"],
  [11, 10, "quarantined"],
])("of %d old leads beside %d young ones, each is then %s", async (old, young, status) => {
  const { desk, clock } = await deskForTests();
  for (let index = 0; index < old; index++) await submitLead(beyondDoubt(`${index}`), desk);
  await runFor(2 * dayInSeconds, clock, { ...desk, retentionDays: undefined });
  for (let index = 0; index < young; index++) await submitLead(contact({ message: `young ${index}` }), desk);

  await eraseOldLeads({ ...desk, retentionDays: 1 });

  const found = Object.values(await statuses(desk));
  expect(found.filter((each) => each === status)).toHaveLength(old);
  const said = (await currentAlarms(desk)).filter(({ topic }) => topic === "retention-refused");
  expect(said.map(({ subject, text }) => [subject, text.includes("more than half of all")])).toEqual(
    status === "erased" ? [] : [["[Alarm] Old inquiries were not erased: 11 of 21", true]],
  );
});

test("a clock that is years ahead at the start erases nothing, says why, and goes on erasing once it is right", async () => {
  const { desk, clock, reported } = await deskForTests();
  const delivery = { ...desk, retentionDays: 730 };
  for (let index = 0; index < 3; index++) await submitLead(beyondDoubt(`${index}`), desk);
  await eraseOldLeads(delivery);

  clock.pass(1_100 * dayInSeconds);
  await submitLead(beyondDoubt("by the wrong clock"), desk);
  for (let hour = 0; hour < 3; hour++) {
    await eraseOldLeads(delivery);
    clock.pass(3600);
  }
  expect(new Set(Object.values(await statuses(desk)))).toEqual(new Set(["quarantined"]));
  expect(reported[0]).toMatch(
    /^leads older than RETENTION_DAYS not erased: that clock is 1100 days ahead of .*2026-11-21 12:00 UTC/,
  );
  await raiseAlarms(desk);
  const alarms = await desk.store.db.selectFrom("outbox").select("content").where("kind", "=", "alarm").execute();
  expect(alarms.map(({ content }) => content).join()).toMatch(
    /it is 2029-11-25 14:00 UTC, and 3 of 4 inquiries are older .*1100 days ahead .*npm run leads -- erase-old/,
  );

  clock.now = new Date("2026-11-22T12:00:00.000Z");
  await eraseOldLeads(delivery);
  expect((await currentAlarms(desk)).map(({ topic }) => topic)).not.toContain("retention-refused");
  await runFor(730 * dayInSeconds, clock, delivery);
  expect(Object.values(await statuses(desk)).toSorted()).toEqual(["erased", "erased", "erased", "quarantined"]);
});

test.each([
  [8 * dayInSeconds, "erased"],
  [8 * dayInSeconds + 1, "quarantined"],
])("after a stop of %d seconds a lead that is older than 32 days is %s", async (seconds, status) => {
  const { desk, clock } = await deskForTests();
  const delivery = { ...desk, retentionDays: 32 };
  await submitLead(beyondDoubt(), desk, () => "H2222");
  await runFor(31 * dayInSeconds, clock, delivery);

  clock.pass(seconds);
  await eraseOldLeads(delivery);

  expect(await statuses(desk)).toEqual({ H2222: status });
});

test("before its first pass a site believes the clock of its newest lead and of its newest mail", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  const delivery = { ...deliveryTo(smtp.url, desk), retentionDays: 30 };
  await submitLead(beyondDoubt(), desk, () => "H2222");
  clock.pass(40 * dayInSeconds);
  await eraseOldLeads(delivery);
  // What comes by the doubtful clock does not make it any better.
  await submitLead(contact({ message: "later" }), desk, () => "L3333");
  await deliverDue(delivery);
  await eraseOldLeads(delivery);
  expect(await statuses(desk)).toEqual({ H2222: "quarantined", L3333: "new" });
});

test("before its first pass a site believes the clock of a mail that went out long after the newest lead", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  const delivery = { ...deliveryTo(smtp.url, desk), retentionDays: 30 };
  await submitLead(contact(), desk, () => "B2222");
  clock.pass(40 * dayInSeconds);
  await deliverDue(delivery);
  clock.pass(dayInSeconds);
  await eraseOldLeads(delivery);
  expect(await statuses(desk)).toEqual({ B2222: "erased" });
});

type Worker = Parameters<typeof eraseOldLeads>[0];

/** Passes come every hour; of them, two a week are enough to see that the clock goes on as it should. */
async function runFor(seconds: number, clock: { pass(seconds: number): void }, worker: Worker) {
  for (let left = seconds; left > 0; left -= 3 * dayInSeconds) {
    await eraseOldLeads(worker);
    clock.pass(Math.min(left, 3 * dayInSeconds));
  }
  await eraseOldLeads(worker);
}

async function statuses({ store }: LeadDesk): Promise<Record<string, string>> {
  const rows = await store.db.selectFrom("lead").select(["ref", "status"]).orderBy("ref").execute();
  return Object.fromEntries(rows.map(({ ref, status }) => [ref, status]));
}

/** So that SQLite's files keep a trace of what is deleted, as those of PostgreSQL do. */
async function deleteCarelessly({ store: { db, kind } }: LeadDesk) {
  if (kind !== "sqlite") return;
  await sql`PRAGMA secure_delete=OFF`.execute(db);
  await db
    .insertInto("consent_text")
    .values({ hash: "trace", sentence: "Murciélagos".repeat(5_000) })
    .execute();
  await db.deleteFrom("consent_text").where("hash", "=", "trace").execute();
}
