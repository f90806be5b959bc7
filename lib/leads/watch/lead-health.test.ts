import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { webhookForTests } from "#lib/leads/delivery/webhook-for-tests.ts";
import { byProgram, contact, deliverDue, deliveryTo, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { openSpool } from "#lib/leads/intake/spool.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { openLeadStore } from "#lib/leads/store/lead-store.ts";
import { refuseCommand, refuseMessage, smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { mountSmallDisk } from "../../../scripts/small-disk.ts";
import { currentAlarms, raiseAlarms } from "./alarms.ts";
import { deliveryNote } from "./delivery-note.ts";
import { keepsLeads, leadHealth } from "./lead-health.ts";
import { queueDigest } from "./queue-digest.ts";
import { watch } from "./watch.ts";

const day = 86_400;

test("a full disk is said to be full before a lead is refused, and room is an alarm before that", async () => {
  const { desk, clock, disk } = await deskOnSmallDisk();
  const isShared = desk.store.kind === "sqlite";
  expect(await leadHealth(desk, true)).toMatchObject({ status: "ok", alarms: disk.isReal ? ["disk-low"] : [] });

  disk.fill();
  clock.pass(10);
  const full = await leadHealth(desk, true);
  expect(full.alarms).toContain(isShared ? "disk-full" : "spool-unwritable");
  // PostgreSQL has a disk of its own, and keeps what comes.
  expect(full.status).toBe(isShared ? "failing" : "ok");

  disk.clear();
  clock.pass(10);
  expect((await leadHealth(desk, true)).status).toBe("ok");
});

test("a refused lead is remembered for a day, by every process, and told to ALARM_TO once the store is back", async () => {
  const { desk, clock, place, reported } = await deskForTests();
  const folder = join(place.dataDir, "spool");
  await sql`ALTER TABLE lead RENAME TO away`.execute(desk.store.db);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "a file stands where the folder was");
  expect(await submitLead(contact(), desk)).toEqual({ status: "unavailable" });
  expect(await leadHealth(desk, true)).toMatchObject({
    status: "failing",
    reason: expect.stringMatching(/^the store cannot be read \(\w+\)$/),
    alarms: ["store-away", "spool-unreadable", "lead-refused"],
  });

  rmSync(folder);
  await sql`ALTER TABLE away RENAME TO lead`.execute(desk.store.db);
  await watch(desk);
  const other = { ...desk, sightings: { ...desk.sightings, current: () => [] } };
  clock.pass(day - 1);
  expect(await leadHealth(other, true)).toMatchObject({ status: "failing", alarms: ["lead-refused"] });
  await raiseAlarms(other);
  expect(reported).toContain("ALARM: lead-refused");

  clock.pass(1);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "ok", alarms: [] });
});

test("a store that can be read and not written is a fault, and so is a spool that cannot be read", async () => {
  const { desk, clock, place } = await deskForTests();
  await sql`ALTER TABLE sighting RENAME TO seen`.execute(desk.store.db);
  await sql`CREATE VIEW sighting AS SELECT DISTINCT * FROM seen`.execute(desk.store.db);
  const found = await leadHealth(desk, true);
  expect(found).toMatchObject({ status: "failing", alarms: ["store-unwritable"] });

  await sql`DROP VIEW sighting`.execute(desk.store.db);
  await sql`ALTER TABLE seen RENAME TO sighting`.execute(desk.store.db);
  clock.pass(4);
  expect(await leadHealth(desk, true), "not tried out again so soon").toEqual(found);
  clock.pass(1);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "ok", alarms: [] });

  rmSync(join(place.dataDir, "spool"), { recursive: true });
  clock.pass(5);
  expect(await leadHealth(desk, true), "made again").toMatchObject({ status: "ok", alarms: [] });
});

test("inquiries of a flood that only one mail names are late when that mail is, and no more once any list with them has arrived", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  let taken = 0;
  const smtp = await smtpForTests({
    onRcptTo: (_address, _session, answer) => answer(++taken > 20 ? smtpError(451) : null),
  });
  const delivery = deliveryTo(smtp.url, desk);
  for (let index = 0; index < 26; index++)
    await submitLead(
      contact({ message: `${index}`, email: `v${index}@x.test` }, { ...byProgram, senderCode: `${index}` }),
      desk,
    );
  await deliverDue(delivery);
  await queueDigest(desk);
  await deliverDue(delivery);

  clock.pass(30 * 60 - 0.001);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "ok", alarms: [] });
  clock.pass(0.001);
  expect(await leadHealth(desk, true)).toMatchObject({
    status: "failing",
    reason: expect.stringContaining("451"),
    alarms: ["mail-delayed"],
  });
  // A later list has them as well, and waits like the first.
  clock.pass(day);
  await queueDigest(desk);
  await deliverDue(delivery);
  expect((await leadHealth(desk, true)).alarms).toContain("mail-delayed");

  taken = -100;
  clock.pass(5 * 3_600);
  await deliverDue(delivery);
  expect((await leadHealth(desk, true)).status).toBe("ok");
});

test("a doubtful inquiry whose mailbox of the team is gone is an alarm at once; one whose text a filter refuses is named in the morning", async () => {
  for (const [refusal, alarms] of [
    [{ onRcptTo: refuseCommand(550) }, ["dead:K7QD2", "dead:M4XYZ", "mail-refused"]],
    [{ onMessage: refuseMessage(554) }, []],
  ] as const) {
    const { desk } = await deskForTests();
    const smtp = await smtpForTests(refusal);
    await submitLead(contact({ message: "one" }, byProgram), desk, () => "K7QD2");
    await submitLead(contact({ message: "two" }, byProgram), desk, () => "M4XYZ");
    for (let times = 0; times < 2; times++) await deliverDue(deliveryTo(smtp.url, desk));
    const health = await leadHealth(desk, true);
    expect(health.alarms.toSorted()).toEqual(alarms);
    expect(health.status).toBe(alarms.length > 0 ? "failing" : "ok");
  }
});

test("health says so at once where the one notice of a doubtful inquiry was refused because its mailbox is gone", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests({ onRcptTo: refuseCommand(550) });
  await submitLead(contact({}, byProgram), desk, () => "K7QD2");
  await deliverDue(deliveryTo(smtp.url, desk));
  expect(await leadHealth(desk, true)).toMatchObject({ status: "failing", mail: "ok", alarms: ["dead:K7QD2"] });
});

test("a full quota is a full disk, and a clock that was put back keeps nobody from looking", async () => {
  const { desk, clock } = await deskForTests();
  expect((await leadHealth(desk, true)).alarms).toEqual([]);
  const full = () => {
    throw Object.assign(new Error("over quota"), { code: "EDQUOT" });
  };
  desk.spool.tryOut = full;
  clock.pass(-3_600);
  expect((await leadHealth(desk, true)).alarms).toEqual([
    desk.store.kind === "sqlite" ? "disk-full" : "spool-unwritable",
  ]);
});

test("a file of the spool that cannot be read is a fault by itself", async () => {
  const { desk } = await deskForTests();
  const spool = { ...desk.spool, setAside: () => ["a1.json"] };
  expect(await leadHealth({ ...desk, spool }, true)).toMatchObject({ status: "failing", alarms: ["spool-unreadable"] });
});

test("a login that is refused pauses mail and is a fault, whichever mail met it", async () => {
  const { desk, clock } = await deskForTests({ leadsTo: ["sales@dreamcode.test"] });
  let refuses = true;
  const smtp = await smtpForTests({
    onMailFrom: (_address, _session, answer) => answer(refuses ? smtpError(535) : null),
  });
  const delivery = deliveryTo(smtp.url, desk);
  await desk.store.db
    .insertInto("outbox")
    .values({
      id: randomUUID(),
      lead_id: null,
      kind: "alarm",
      recipient: "alarm@dreamcode.test",
      message_id: "<alarm@dreamcode.test>",
      content: JSON.stringify({ subject: "An alarm", text: "Of something" }),
      queued_at: desk.now().toISOString(),
      next_at: desk.now().toISOString(),
    })
    .execute();
  await deliverDue(delivery);
  await submitLead(contact(), desk);
  await deliverDue(delivery);

  const paused = { status: "failing", mail: "paused", alarms: ["mail-paused"] };
  expect(await leadHealth(desk, true)).toMatchObject(paused);
  expect(await leadHealth(desk, false), "SMTP_URL was taken out since").toMatchObject({
    ...paused,
    status: "ok",
    mail: "unconfigured",
  });
  await deliveryNote.write(desk);
  expect(await leadHealth(desk, false), "another process delivers").toMatchObject(paused);
  clock.pass(60);
  expect(await leadHealth(desk, false), "and has said nothing for a minute").toMatchObject({ mail: "unconfigured" });
  refuses = false;
  clock.pass(600);
  await deliverDue(delivery);
  await deliverDue(delivery);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "ok", mail: "ok", alarms: [], pending: 0 });
});

test("a mail server that is away for half an hour is a fault where nobody of the team has the lead", async () => {
  const { desk, clock } = await deskForTests({ leadsTo: ["a@dreamcode.test", "b@dreamcode.test"] });
  let away = ["a", "b"];
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) =>
      answer(away.some((name) => address.startsWith(name)) ? smtpError(451) : null),
  });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact(), desk);
  await deliverDue(delivery);
  clock.pass(1_799);
  expect((await leadHealth(desk, true)).status).toBe("ok");
  clock.pass(1);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "failing", mail: "ok", alarms: ["mail-delayed"] });
  expect((await leadHealth(desk, false)).status, "SMTP_URL was lost, for example").toBe("failing");

  away = ["b"];
  await deliverDue(delivery);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "ok", alarms: ["mail-delayed"] });
});

test("a program that takes nothing is said to be late by its own name, and no mail is said to be", async () => {
  const program = await webhookForTests(500);
  const { desk, clock } = await deskForTests({ webhooks: [program.target] });
  const delivery = deliveryTo((await smtpForTests()).url, desk);
  for (const message of ["one", "two"]) await submitLead(contact({ message }), desk);
  await deliverDue(delivery);
  clock.pass(1_799);
  expect(await currentAlarms(desk)).toEqual([]);
  clock.pass(1);
  const [alarm, ...others] = await currentAlarms(desk);
  expect(others).toEqual([]);
  expect(alarm).toMatchObject({ topic: "program-delayed", subject: expect.stringContaining(program.target.name) });
  expect(alarm?.text).toMatch(/for 30 minutes: 2\. .*HTTP 500|500/s);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "ok", mail: "ok" });
});

test.each([
  ["nobody else", undefined, "failing"],
  ["the fallback that takes it", "fallback@other.test", "ok"],
  ["a fallback that is refused as well", "sales@other.test", "failing"],
])(
  "of a message that is refused for good, with %s, health says so while nobody has the lead",
  async (_what, fallback, status) => {
    const { desk } = await deskForTests({ leadsFallbackTo: fallback });
    const smtp = await smtpForTests({
      onRcptTo: ({ address }, _session, answer) => answer(address.startsWith("sales") ? smtpError(550) : null),
    });
    await submitLead(contact(), desk, () => "K7QD2");
    for (let round = 0; round < 3; round++) await deliverDue(deliveryTo(smtp.url, desk));

    expect(await leadHealth(desk, true)).toMatchObject({ status, dead: 0, alarms: ["dead:K7QD2"] });
  },
);

test("an alarm that nobody takes is said for a week, and is no fault", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests({ onRcptTo: refuseCommand(550) });
  await submitLead(contact({}, byProgram), desk);
  await desk.store.db.updateTable("outbox").set({ state: "sent" }).execute();
  clock.pass(day);
  await raiseAlarms(desk);
  await deliverDue(deliveryTo(smtp.url, desk));

  const said = { status: "ok", dead: 0, alarms: ["alarms-unread", "held-undecided"] };
  expect(await leadHealth(desk, true)).toMatchObject(said);
  clock.pass(7 * day - 1);
  expect(await leadHealth(desk, true)).toMatchObject(said);
  clock.pass(1);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "ok", alarms: ["held-undecided"] });
});

test("a disk that SQLite and the spool share keeps no inquiry once it is full, though a row may still fit", async () => {
  const { desk } = await deskForTests();
  expect(await keepsLeads(desk)).toBe(true);
  const full = { ...desk, spool: { ...desk.spool } };
  withoutDisk(full).fill();
  expect(await keepsLeads(full)).toBe(desk.store.kind === "postgres");
});

/** Its store, on SQLite, and its spool fill up together. */
async function deskOnSmallDisk() {
  const small = mountSmallDisk(1);
  const { desk, clock, place } = await deskForTests();
  if (!small) return { desk, clock, disk: { isReal: false, ...withoutDisk(desk) } };
  onTestFinished(small.remove);
  const store = await openLeadStore({ ...place, dataDir: small.folder });
  onTestFinished(() => store.close());
  return {
    clock,
    desk: { ...desk, store, spool: openSpool(small.folder, desk.report) },
    disk: { ...small, isReal: true },
  };
}

/** Where nothing can be mounted. */
function withoutDisk({ spool }: LeadDesk) {
  const { tryOut } = spool;
  return {
    fill() {
      spool.tryOut = () => {
        throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      };
    },
    clear() {
      spool.tryOut = tryOut;
    },
  };
}
