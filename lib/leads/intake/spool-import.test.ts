import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as tick } from "node:timers/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { leadDetails } from "#lib/leads/cli/lead-details.ts";
import { byProgram, contact, deliverDue, deliveryTo, deskForTests, inquiry } from "#lib/leads/desk-for-tests.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { newSpoolRef } from "#lib/leads/store/lead-ref.ts";
import { leadHealth } from "#lib/leads/watch/lead-health.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import type { SpooledLead } from "./spool.ts";
import { importSpool, startSpoolImport } from "./spool-import.ts";
import { submitLead } from "./submit-lead.ts";

test("a lead that the store cannot take is thanked for, waits on disk, and is delivered once when the store is back", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests();
  await takeAway(desk);

  const first = await submitLead(inquiry(), desk);
  const again = await submitLead(inquiry(), desk);
  expect(first).toEqual({ status: "received", ref: expect.stringMatching(/^[0-9A-Z]{6}$/) });
  expect(again).toEqual(first);
  await importSpool(desk);
  expect(desk.spool.list()).toHaveLength(1);

  await bringBack(desk);
  await Promise.all([importSpool(desk), importSpool(desk)]);
  await importSpool(desk);
  expect(desk.spool.count()).toBe(0);
  expect(await submitLead(inquiry(), desk)).toEqual(first);

  await deliverDue(deliveryTo(smtp.url, desk));
  const ref = first.status === "received" ? first.ref : "";
  expect(smtp.mails.map(({ to, mail }) => `${to[0]} ${mail.subject?.slice(0, 8)}`).sort()).toEqual([
    `Ana@company.com [${ref}]`,
    `sales@dreamcode.test [${ref}]`,
  ]);
});

test("a lead whose reference somebody else got while it waited is stored under another", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact({ message: "came meanwhile" }), desk, () => "K7QD2");
  const fields = { name: "Ana Torres", email: "ana@company.com", message: "waited" };
  desk.spool.keep({ key: "a-key", ref: "K7QD2", at: desk.now().toISOString(), submission: contact(fields), fields });
  await importSpool(desk);
  expect(desk.spool.count()).toBe(0);
  const stored = await desk.store.db.selectFrom("lead").select(["ref", "payload"]).orderBy("payload").execute();
  expect(stored).toMatchObject([
    { ref: "K7QD2", payload: expect.stringContaining("came meanwhile") },
    { ref: expect.stringMatching(/^[0-9A-Z]{6}$/), payload: expect.stringContaining("waited") },
  ]);
});

test("leads that come while others wait go behind them, also when the store is back already", async () => {
  const { desk, clock } = await deskForTests();
  const came = ["one", "two", "three", "four", "five"];
  await takeAway(desk);
  for (const message of came) {
    await submitLead(contact({ message }), desk);
    if (message === "one") await bringBack(desk);
    clock.pass(1);
  }
  expect(desk.spool.list().map(({ fields }) => fields.message)).toEqual(came);

  const imported: (string | undefined)[] = [];
  const remove = (lead: SpooledLead) => {
    imported.push(lead.fields.message);
    desk.spool.remove(lead);
  };
  await importSpool({ ...desk, spool: { ...desk.spool, remove } });

  expect(imported).toEqual(came);
  const leads = await desk.store.db.selectFrom("lead").select("payload").orderBy("created_at").execute();
  expect(leads.map(({ payload }) => JSON.parse(payload).message)).toEqual(came);
});

test.each([
  ["after the first of them was stored", 1],
  ["from the first of them on", 0],
])(
  "a correction that is taken back while the store is away, %s, is the last word that the team has, once",
  async (_when, stored) => {
    const { desk, clock } = await deskForTests();
    const said = async () => {
      const rows = await desk.store.db.selectFrom("lead").select("payload").orderBy("created_at").execute();
      return rows.map(({ payload }) => JSON.parse(payload).message);
    };
    for (const [index, message] of ["Call 1.", "Call 2.", "Call 1.", "Call 1."].entries()) {
      if (index === stored) await takeAway(desk);
      clock.pass(60);
      expect(await submitLead(contact({ message }, { key: "one-form-alone" }), desk)).toMatchObject({
        status: "received",
      });
    }
    await bringBack(desk);
    const waiting = desk.spool.list();
    expect(waiting).toHaveLength(3 - stored);
    await importSpool(desk);
    expect(await said()).toEqual(["Call 1.", "Call 2.", "Call 1."]);
    // Their files may have been left where the process ended in between, and a copy of all may hold them as well.
    for (const round of [waiting, waiting.toReversed()]) {
      for (const lead of round) desk.spool.keep(lead);
      await importSpool(desk, new Map([["one-form-alone", round.length]]));
    }
    expect(await said()).toHaveLength(3);
  },
);

test("a lead that waited amends no other, for its visitor knows a reference of its own", async () => {
  const { desk } = await deskForTests();
  const key = "the-same-form";
  await submitLead(contact({ message: "one" }, { key }), desk, () => "K7QD2");
  await takeAway(desk);
  const waited = await submitLead(contact({ message: "two" }, { key }), desk);
  await bringBack(desk);
  await importSpool(desk);

  const leads = await desk.store.db.selectFrom("lead").select(["ref", "amends"]).orderBy("ref").execute();
  const ref = waited.status === "received" ? waited.ref : "";
  expect(ref).toMatch(/^\w{6}$/);
  expect(leads.toSorted((a) => (a.ref === "K7QD2" ? -1 : 1))).toEqual([
    { ref: "K7QD2", amends: null },
    { ref, amends: null },
  ]);
  expect(await submitLead(contact({ message: "two" }, { key }), desk)).toEqual(waited);
});

test.each([
  ["with its key before and without one now", "the-same-form", undefined],
  ["without a key before and with one now", undefined, "the-same-form"],
])(
  "a text that the store has, and that comes once more while it is away, %s, is stored under the reference that it got",
  async (_order, before, now) => {
    const { desk, clock } = await deskForTests();
    await submitLead(contact({}, { key: before }), desk, () => "K7QD2");
    await takeAway(desk);
    clock.pass(1);
    const waited = await submitLead(contact({}, { key: now }), desk);
    await bringBack(desk);
    await importSpool(desk);

    expect(desk.spool.count()).toBe(0);
    const leads = await desk.store.db.selectFrom("lead").select("ref").orderBy("created_at").execute();
    expect(leads.map(({ ref }) => ({ status: "received", ref }))).toEqual([
      { status: "received", ref: "K7QD2" },
      waited,
    ]);
  },
);

test.each([
  ["with the same key", "the-same-form"],
  ["without any key", undefined],
])(
  "a text that the store has, and that comes once more while it is away, %s, is found by the reference that it got",
  async (_keys, key) => {
    const { desk } = await deskForTests();
    await submitLead(contact({}, { key }), desk, () => "K7QD2");
    await takeAway(desk);
    const waited = await submitLead(contact({}, { key }), desk);
    await bringBack(desk);
    await importSpool(desk);
    const shown = waited.status === "received" ? waited.ref : "";
    expect(shown).not.toBe("K7QD2");
    const details = (await leadDetails(shown, desk.store))?.join("");
    expect(details).toMatch(new RegExp(`^reference +K7QD2\\n[^]*shown to its sender as ${shown}\\n`));
    expect(await leadDetails("NOBODY", desk.store)).toBeUndefined();
  },
);

test("one lead that the store does not want holds up no other", async () => {
  const { desk, reported } = await deskForTests();
  desk.spool.keep({
    key: "poison",
    ref: "PPPPPP",
    at: "2026-11-21T11:00:00.000Z",
    submission: contact(),
    fields: JSON.parse('{"name":"Ana","message":"no address"}'),
  });
  await submitLead(contact({ message: "behind it" }), desk);

  const failures = new Map<string, number>();
  for (let round = 0; round < 2; round += 1) await importSpool(desk, failures);
  expect(desk.spool.list().map(({ key }) => key)).toEqual(["poison"]);
  expect(await desk.store.db.selectFrom("lead").select("id").execute()).toHaveLength(1);
  expect(reported.join()).toContain("spool not imported: TypeError");
});

test("what comes does not wait behind a lead that the store refuses for ever, of which health tells", async () => {
  const { desk, reported } = await deskForTests();
  const submission = contact({}, { key: "one-form-alone" });
  const broken = JSON.parse('{"name":"Ana","message":"no address"}');
  desk.spool.keep({ key: "poison", ref: "PPPPPP", at: "2026-11-21T11:00:00.000Z", submission, fields: broken });
  const failures = new Map<string, number>();
  const spooled = async (message: string) => {
    await submitLead(contact({ message }), desk);
    return desk.spool.count();
  };
  await importSpool(desk, failures);
  for (let round = 0; round < 3; round += 1) {
    expect(await spooled(`one that shows that the store works, ${round}`)).toBe(2);
    await importSpool(desk, failures);
  }
  expect(await spooled("the next one")).toBe(0);
  expect(await desk.store.db.selectFrom("lead").select("id").execute()).toHaveLength(4);
  const failedSoFar = reported.length;
  await importSpool(desk, failures);
  expect(reported).toHaveLength(failedSoFar);
  expect((await leadHealth(desk, true)).alarms).toContain("spool-unreadable");
  expect(reported).toContain("spooled lead poison.json not stored: the store takes others");
});

test("a lead that the store does not want holds up what the same person sent from the same form for some rounds alone", async () => {
  const { desk } = await deskForTests();
  const submission = contact({}, { key: "one-form-alone" });
  const person = { name: "Ana", email: "ana@company.com" };
  const broken = JSON.parse(JSON.stringify(person));
  desk.spool.keep({ key: "poison", ref: "PPPPPP", at: "2026-11-21T11:00:00.000Z", submission, fields: broken });
  const fields = { ...person, message: "behind it" };
  desk.spool.keep({ key: "behind", ref: "BBBBBB", at: "2026-11-21T11:01:00.000Z", submission, fields });
  const failures = new Map<string, number>();
  const waiting = async () => {
    await importSpool(desk, failures);
    return desk.spool.list().map(({ key }) => key);
  };
  expect(await waiting()).toEqual(["poison", "behind"]);
  for (let round = 0; round < 5; round += 1) await waiting();
  expect(await waiting()).toEqual(["poison"]);
});

test("of a flood that waited for the store twenty are told of by themselves, as of one that did not", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 25; index++) {
    const submission = contact({ message: `Offer ${index}.` }, byProgram);
    const fields = { name: "Ana", email: `ana${index}@company.com`, message: `Offer ${index}.` };
    desk.spool.keep({ key: `flood-${index}`, ref: newSpoolRef(), at: "2026-11-21T11:00:00.000Z", submission, fields });
  }
  await importSpool(desk);
  const notices = await desk.store.db.selectFrom("outbox").select("lead_id").where("kind", "=", "notify").execute();
  expect(new Set(notices.map(({ lead_id }) => lead_id)).size).toBe(20);
});

test("with the store away and the spool full the visitor is told so", async () => {
  const { desk, place, reported } = await deskForTests();
  await takeAway(desk);
  rmSync(join(place.dataDir, "spool"), { recursive: true });
  writeFileSync(join(place.dataDir, "spool"), "a file stands where the folder was");

  expect(await submitLead(contact({ name: "Zacarías" }), desk)).toEqual({ status: "unavailable" });
  expect(reported.join()).toContain("lead not kept in the spool either");
  expect(reported.join()).not.toContain("Zacarías");
  expect(await leadHealth(desk, true)).toMatchObject({
    status: "failing",
    alarms: ["store-away", "spool-unreadable", "lead-refused"],
  });
});

test("the health check says that leads wait, that the store is away, and that all is well", async () => {
  const { desk } = await deskForTests();
  const { kind: store } = desk.store;
  const well = { status: "ok", store, mail: "ok", pending: 0, dead: 0, alarms: [] };
  expect(await leadHealth(desk, true)).toEqual(well);
  expect(await leadHealth(desk, false)).toEqual({ ...well, mail: "unconfigured" });

  await takeAway(desk);
  await submitLead(contact(), desk);
  expect(await leadHealth(desk, true)).toMatchObject({
    status: "failing",
    pending: 1,
    alarms: ["store-away", "leads-in-spool"],
  });

  await bringBack(desk);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "failing", pending: 1, alarms: ["leads-in-spool"] });
  await importSpool(desk);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "ok", pending: 2 });
});

test("while what waited is moved into the store, everything else has a turn between one lead and the next", async () => {
  const { desk } = await deskForTests();
  await takeAway(desk);
  for (let index = 0; index < 5; index++) await submitLead(contact({ message: `text ${index}` }), desk);
  await bringBack(desk);
  let turns = 0;
  let isDone = false;
  const imported = importSpool(desk).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await tick();
    turns++;
  }
  await imported;
  expect(desk.spool.count()).toBe(0);
  expect(turns).toBeGreaterThanOrEqual(5);
});

test("a running site moves what waits into the store by itself, and stops when it is asked to", async () => {
  const { desk } = await deskForTests();
  await takeAway(desk);
  await submitLead(contact(), desk);
  const running = startSpoolImport(desk);
  await bringBack(desk);

  await expect.poll(() => desk.spool.count()).toBe(0);
  await running.stop();
});

async function takeAway({ store }: Pick<LeadDesk, "store">) {
  await sql`ALTER TABLE lead RENAME TO away`.execute(store.db);
}

async function bringBack({ store }: Pick<LeadDesk, "store">) {
  await sql`ALTER TABLE away RENAME TO lead`.execute(store.db);
}
