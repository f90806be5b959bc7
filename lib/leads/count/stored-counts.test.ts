import { expect, test } from "vitest";
import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import { contact, deliverDue, deliveryTo, deskForTests, inquiry } from "#lib/leads/desk-for-tests.ts";
import { erasePerson } from "#lib/leads/erase/erase-person.ts";
import type { SpooledLead } from "#lib/leads/intake/spool.ts";
import { storeSpooledLead } from "#lib/leads/intake/store-lead.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { leadStats } from "./lead-stats.ts";
import { storeCounts, storedCounts } from "./stored-counts.ts";

const zone = "America/Bogota";
const day = 86_400;
const periods = [
  {},
  { since: "2026-11-15T05:00:00.000Z" },
  { since: "2026-11-21T05:00:00.000Z", before: "2027-01-01T05:00:00.000Z" },
  { since: "2026-12-12T05:00:00.000Z", before: "2026-12-13T05:00:00.000Z" },
];

test("what was written down of parts of months counts as the leads themselves do, in every period", async () => {
  const { desk, counted } = await site();
  const read = await figures(desk);
  await counted();
  const parts = await storedCounts(desk.store, zone, { since: "", before: "9999" });
  expect(parts.map(({ since }) => since.slice(0, 13))).toEqual([
    "2026-11-11T05",
    "2026-11-21T05",
    "2026-12-01T05",
    "2026-12-11T05",
    "2026-12-21T05",
  ]);
  expect(parts.map(({ counts }) => counts.leads)).toEqual([1, 1, 1, 1, 0]);
  expect(await figures(desk)).toEqual(read);
});

test.each<[string, (desk: LeadDesk) => Promise<unknown>]>([
  ["is called spam", (desk) => decideLead({ ref: "K7QD2", decision: "spam", who: "ana@dreamcode.test" }, desk)],
  ["is answered", (desk) => decideLead({ ref: "K7QD2", decision: "answered", who: "ana@dreamcode.test" }, desk)],
  ["is erased", (desk) => erasePerson("first@company.test", desk)],
  [
    "is corrected",
    (desk) => submitLead(contact({ email: "first@company.test", message: "B." }, { key: "K7QD2" }), desk),
  ],
  ["was in the spool", (desk) => storeSpooledLead(desk.spool.keep(late), desk)],
  [
    "is delivered at last",
    async (desk) => deliverDue(deliveryTo((await smtpForTests()).url, { ...desk, leadsTo: ["a@dreamcode.test"] })),
  ],
])("what was written down is forgotten where a lead of it %s, and counted anew", async (_, change) => {
  const { desk, counted } = await site();
  await counted();
  const before = await figures(desk);
  await change(desk);
  const after = await figures(desk);
  expect(after).not.toEqual(before);
  await counted();
  expect(await figures(desk)).toEqual(after);
  await desk.store.db.deleteFrom("counted_part").execute();
  expect(await figures(desk)).toEqual(after);
});

test("what changes while a part is counted is not lost", async () => {
  const { desk, counted, clock } = await site();
  await storeCounts(desk);
  clock.pass(61);
  const counting = storeCounts(desk);
  await decideLead({ ref: "K7QD2", decision: "spam", who: "ana@dreamcode.test" }, desk);
  await counting;
  await counted();
  expect((await leadStats(desk.store, zone)).spam).toBe(1);
});

test("with another time zone of the team everything is counted anew", async () => {
  const { desk, counted } = await site();
  await counted();
  await counted({ ...desk, teamTimeZone: "UTC" });
  const zones = await desk.store.db.selectFrom("counted_part").select("zone").distinct().execute();
  expect(zones).toEqual([{ zone: "UTC" }]);
});

const fields = { name: "Ana Torres", email: "late@company.test", message: "Late." };
const late: SpooledLead = {
  submission: contact(fields),
  fields,
  at: "2026-11-25T12:00:00.000Z",
  key: "late",
  ref: "R4RRR",
};

/** Four leads in as many parts of two months. */
async function site() {
  const { desk, clock } = await deskForTests({ teamTimeZone: zone });
  clock.now = new Date("2026-11-20T12:00:00.000Z");
  await submitLead(contact({ email: "first@company.test", message: "A." }, { key: "K7QD2" }), desk, () => "K7QD2");
  clock.pass(7 * day);
  await submitLead(inquiry({ email: "second@company.test" }, { locale: "es" }), desk);
  clock.pass(7 * day);
  await submitLead(inquiry({ email: "third@company.test", message: "C.", country: "US" }), desk);
  clock.pass(8 * day);
  await submitLead(contact({ email: "fourth@company.test", message: "D." }), desk);
  clock.now = new Date("2027-01-02T12:00:00.000Z");
  return { desk, clock, counted };

  /** As the worker does it, until nothing is left to count. */
  async function counted(each: LeadDesk = desk) {
    await storeCounts(each);
    clock.pass(61);
    for (let round = 0; round < 7; round++) await storeCounts(each);
  }
}

async function figures({ store }: LeadDesk) {
  return Promise.all(periods.map((period) => leadStats(store, zone, period)));
}
