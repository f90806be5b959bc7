import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import type { LeadFields } from "#lib/leads/form/check-form.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import type { LeadSubmission } from "./lead-submission.ts";
import { keepSpoolToLimit, LimitReached, limitOf } from "./sender-limit.ts";
import { importSpool } from "./spool-import.ts";
import { storeSpooledLead } from "./store-lead.ts";
import { submitLead } from "./submit-lead.ts";

test("one that waited in the spool is stored, however many came from its network since", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let index = 1; index <= 100; index++) await send(index, desk);
  const submission = from(0);
  const lead = { submission, fields: submission.values as LeadFields, at: desk.now().toISOString() };
  const waiting = desk.spool.keep({ ...lead, key: "waiting", ref: "SPOOL2" });
  await storeSpooledLead(waiting, desk);
  expect(await count(desk)).toBe(101);
});

test("of one network a hundred a day are kept, and the next is told when there is room again", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  await send(1, desk);
  clock.pass(3600);
  for (let index = 2; index <= 100; index++) await send(index, desk);

  const refused = { status: "too-many", until: new Date("2026-11-22T12:00:00.000Z") };
  expect(await submitLead(from(101), desk)).toEqual(refused);
  expect(await submitLead(from(1), desk), "sent again, it is the same lead").toMatchObject({ status: "received" });
  expect(await submitLead(from(101, { senderCode: "another" }), desk)).toMatchObject({ status: "received" });
  expect(await count(desk)).toBe(101);

  clock.pass(23 * 3600 - 1);
  expect(await submitLead(from(102), desk)).toEqual(refused);
  clock.pass(1);
  await send(102, desk);
  expect(await submitLead(from(103), desk)).toMatchObject({ status: "too-many" });
  expect(await count(desk)).toBe(102);
});

test("what is over the limit is not judged, which would cost more than to refuse it", async () => {
  let judged = 0;
  const { desk } = await deskForTests({ rateLimit: true, pitchModel: () => ++judged * 0 - 1 });
  for (let index = 1; index <= 100; index++) await send(index, desk);
  await submitLead(from(101), desk);
  expect(judged).toBe(100);
});

test("a network that is held all day, or refused, is an alarm: it may be many people behind a proxy", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  const topics = () => desk.sightings.current().map(({ topic }) => topic);
  for (let index = 1; index <= 30; index++) await send(index, desk);
  expect(topics()).toEqual([]);
  await send(31, desk);
  expect(topics()).toEqual(["network-busy"]);

  desk.sightings.isOver("network-busy");
  for (let index = 32; index <= 100; index++) await send(index, { ...desk, rateLimit: false });
  expect(await submitLead(from(101), desk)).toMatchObject({ status: "too-many" });
  expect(topics()).toEqual(["network-busy"]);
});

test("a network is the same on both sides of midnight", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let index = 1; index <= 60; index++) await send(index, desk, { senderCode: "yesterday" });
  const today = { senderCode: "today", earlierSenderCode: "yesterday" };
  for (let index = 61; index <= 100; index++) await send(index, desk, today);

  expect(await submitLead(from(101, today), desk)).toMatchObject({ status: "too-many" });
});

test("of networks that are not known, who was erased leaves room for another", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  await submitLead(from(0, { senderCode: null }), desk);
  const row = await desk.store.db.selectFrom("lead").selectAll().executeTakeFirstOrThrow();
  const others = Array.from({ length: 599 }, (_, index) => ({
    ...row,
    id: `lead-${index}`,
    ref: `R${index}`,
    submission_key: `lead-${index}`,
    digest_at: undefined,
  }));
  await desk.store.db.insertInto("lead").values(others).execute();
  expect(await submitLead(from(1, { senderCode: null }), desk)).toEqual({ status: "unavailable" });

  await desk.store.db.updateTable("lead").set({ status: "erased" }).where("ref", "=", "R7").execute();
  expect(await submitLead(from(1, { senderCode: null }), desk)).toMatchObject({ status: "received" });
});

test("of what waits in the spool, in whatever order it is read, the hundredth youngest says when there is room", () => {
  const waiting = Array.from({ length: 101 }, (_, index) => new Date(Date.UTC(2026, 10, 21, 0, index)).toISOString());
  const shuffled = waiting.toSorted((a, b) => (a.slice(15) < b.slice(15) ? 1 : -1));
  const keep = () => keepSpoolToLimit(shuffled, limitOf(from(1)), new Date("2026-11-21T12:00:00.000Z"));
  expect(keep).toThrow(LimitReached);
  expect(keep).toThrow(expect.objectContaining({ until: new Date("2026-11-22T00:01:00.000Z") }));
});

test("what is not taken costs nothing: neither errors nor amendments beyond count twice", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let index = 1; index <= 150; index++) {
    expect(await submitLead(contact({ message: "m".repeat(10_001), name: `${index}` }), desk)).toMatchObject({
      status: "invalid",
    });
  }
  for (let index = 1; index <= 100; index++) await send(index, desk, { key: "one-form-all-day" }, "ana@x.test");
  const amendment = from(101, { key: "one-form-all-day" });
  amendment.values.email = "ana@x.test";
  expect(await submitLead(amendment, desk)).toMatchObject({ status: "too-many" });
  expect(await count(desk)).toBe(100);
});

test("neither the daily proof nor a site without limits is refused", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let index = 1; index <= 100; index++) await send(index, desk);
  await send(101, desk, { isProof: true });
  await send(102, { ...desk, rateLimit: false });
});

test("while the store is away the spool takes no more of one network, and what waited is stored all the same", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  await sql`ALTER TABLE lead RENAME TO away`.execute(desk.store.db);
  for (let index = 1; index <= 100; index++) await send(index, desk);

  expect(await submitLead(from(101), desk)).toMatchObject({ status: "too-many" });
  expect(await submitLead(from(1), desk), "sent again, it is the same lead").toMatchObject({ status: "received" });
  await send(102, desk, { senderCode: "another" });
  await send(103, desk, { isProof: true });
  expect(desk.spool.list()).toHaveLength(102);
  expect(desk.sightings.current()).toMatchObject([{ topic: "network-busy" }]);

  await sql`ALTER TABLE away RENAME TO lead`.execute(desk.store.db);
  await importSpool(desk);
  expect(await count(desk)).toBe(101);
  expect(await submitLead(from(104), desk)).toMatchObject({ status: "too-many" });
});

test("what waited in the spool is no alarm about its network when it is stored, for that may be long over", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (let index = 1; index <= 30; index++) await send(index, desk);
  await sql`ALTER TABLE lead RENAME TO away`.execute(desk.store.db);
  await send(31, desk);
  await sql`ALTER TABLE away RENAME TO lead`.execute(desk.store.db);
  clock.pass(12 * 3600);
  await importSpool(desk);

  const last = desk.store.db.selectFrom("lead").select("spam_reasons").where("email", "=", "visitor-31@x.test");
  expect(await last.executeTakeFirst()).toEqual({ spam_reasons: '["sender_all_day"]' });
  expect(desk.sightings.current()).toEqual([]);
});

test.each(["the store", "the spool"])(
  "networks that are not known share six hundred an hour in %s, and beyond that nobody is told that they sent too much",
  async (place) => {
    const { desk, clock, reported } = await deskForTests({ rateLimit: true });
    if (place === "the spool") await sql`ALTER TABLE lead RENAME TO away`.execute(desk.store.db);
    const unknown = { senderCode: null };
    for (let index = 1; index <= 600; index++) await send(index, desk, unknown);

    expect(await submitLead(from(601, unknown), desk)).toEqual({ status: "unavailable" });
    expect(desk.sightings.current()).toMatchObject([{ topic: "lead-refused" }]);
    expect(reported.at(-1)).toContain("600 came within the hour from networks that are not known");
    await send(601, desk);

    clock.pass(3599.999);
    expect(await submitLead(from(602, unknown), desk)).toEqual({ status: "unavailable" });
    clock.pass(0.001);
    await send(602, desk, unknown);
  },
  120_000,
);

test("a spool that was removed is made again, and one that cannot be made refuses", async () => {
  const { desk, place } = await deskForTests({ rateLimit: true });
  await sql`ALTER TABLE lead RENAME TO away`.execute(desk.store.db);
  const folder = join(place.dataDir, "spool");
  rmSync(folder, { recursive: true });
  await send(1, desk);
  expect(desk.spool.list()).toHaveLength(1);

  rmSync(folder, { recursive: true });
  writeFileSync(folder, "a file stands where the folder was");
  expect(await submitLead(from(2), desk)).toEqual({ status: "unavailable" });
});

function from(index: number, rest: Partial<LeadSubmission> = {}): LeadSubmission {
  return contact({ email: `visitor-${index}@x.test`, message: `text ${index}` }, rest);
}

async function send(index: number, desk: LeadDesk, rest: Partial<LeadSubmission> = {}, email?: string) {
  const submission = from(index, rest);
  if (email) submission.values.email = email;
  expect(await submitLead(submission, desk), `text ${index}`).toMatchObject({ status: "received" });
}

async function count({ store }: LeadDesk): Promise<number> {
  return (await store.db.selectFrom("lead").select("id").where("status", "!=", "proof").execute()).length;
}
