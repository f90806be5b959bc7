import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { leadCampaign } from "#lib/leads/attribution/lead-campaign.ts";
import { leadSource } from "#lib/leads/attribution/lead-source.ts";
import { leadsCommand } from "#lib/leads/cli/cli-for-tests.ts";
import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import { application, beyondDoubt, contact, deskForTests, inquiry, newsletter } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { leadStats } from "./lead-stats.ts";

test("leads are counted by day, page, service, country, language, form and source, amendments apart", async () => {
  const { desk, place, clock } = await deskForTests();
  await fill(desk, clock);

  const stats = await leadStats(desk.store, "UTC");

  expect(stats).toEqual({
    leads: 3,
    held: 1,
    erased: 0,
    amendments: 1,
    spam: 0,
    applications: 0,
    undelivered: 3,
    unanswered: 2,
    inbox: undefined,
    answer: undefined,
    by: {
      day: [
        { value: "2026-11-21", leads: 2, held: 0 },
        { value: "2026-11-22", leads: 1, held: 1 },
      ],
      page: [
        { value: "/en/blog/hubs", leads: 1, held: 0 },
        { value: "/en/contact", leads: 1, held: 1 },
        { value: "/en/inquiry", leads: 1, held: 0 },
      ],
      service: [
        { value: "staff-augmentation", leads: 2, held: 0 },
        { value: "-", leads: 1, held: 1 },
      ],
      country: [
        { value: "-", leads: 1, held: 1 },
        { value: "CA", leads: 1, held: 0 },
        { value: "US", leads: 1, held: 0 },
      ],
      language: [
        { value: "en", leads: 2, held: 1 },
        { value: "es", leads: 1, held: 0 },
      ],
      form: [
        { value: "inquiry", leads: 2, held: 0 },
        { value: "contact", leads: 1, held: 1 },
      ],
      source: [
        { value: "-", leads: 2, held: 1 },
        { value: "news", leads: 1, held: 0 },
      ],
      campaign: [
        { value: "-", leads: 2, held: 1 },
        { value: "spring (news / email)", leads: 1, held: 0 },
      ],
    },
  });
  expect(JSON.parse((await leadsCommand(["stats", "--json"], place)).stdout)).toMatchObject(
    JSON.parse(JSON.stringify(stats)),
  );
  expect(await leadStats(desk.store, "UTC", { since: "2026-11-22T00:00:00.000Z" })).toMatchObject({
    leads: 1,
    held: 1,
    undelivered: 0,
  });
  const { stdout } = await leadsCommand(["stats", "--since", "2026-11-22"], place);
  expect(stdout).toMatch(/^leads +1\nheld as likely spam +1\n/);
  const until = await leadsCommand(["stats", "--until", "2026-11-21"], place);
  expect(until.stdout).toMatch(/^leads +2\nheld as likely spam +0\n/);
  expect((await leadsCommand(["stats", "--since", "2026-11-22", "--until", "2026-11-21"], place)).exitCode).toBe(2);
  expect(stdout).toMatch(
    /^DAY +LEADS +HELD\n2026-11-22 +1 +1\n\nPAGE +LEADS +HELD\n\/en\/contact +1 +1\n\nSERVICE +LEADS +HELD\n- +1 +1\n/m,
  );
});

test("the time to the inbox is that of the first notice of each lead", async () => {
  const { desk, place, clock } = await deskForTests({ leadsTo: ["a@dreamcode.test", "b@dreamcode.test"] });
  for (let index = 1; index <= 20; index++) {
    await submitLead(contact({ message: `text ${index}` }), desk);
    clock.pass(index);
    const pending = desk.store.db.updateTable("outbox").where("state", "=", "pending");
    await pending.set({ state: "sent", sent_at: desk.now().toISOString() }).where("recipient", "like", "a@%").execute();
    clock.pass(60);
    await pending.set({ state: "sent", sent_at: desk.now().toISOString() }).execute();
  }

  expect((await leadStats(desk.store, "UTC")).inbox).toEqual({ leads: 20, p50: 10_000, p95: 19_000, slowest: 20_000 });
  expect((await leadsCommand(["stats"], place)).stdout).toMatch(
    /^time to the inbox +p50 10\.0 s, p95 19\.0 s, slowest 20\.0 s \(20 delivered\)$/m,
  );
});

test.each([
  ["Asia/Kathmandu", "2026-11-21", "2026-11-20T18:15:00.000Z", "2026-11-21T18:15:00.000Z"],
  // Each of these days has another length: 25, 23 and 24.5 hours.
  ["America/New_York", "2026-11-01", "2026-11-01T04:00:00.000Z", "2026-11-02T05:00:00.000Z"],
  ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z", "2026-09-07T03:00:00.000Z"],
  ["Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00:00.000Z", "2026-04-05T13:30:00.000Z"],
  ["America/Bogota", "2026-11-21", "2026-11-21T05:00:00.000Z", "2026-11-22T05:00:00.000Z"],
])("in %s, %s is from its first moment to its last, also where clocks change", async (zone, day, from, to) => {
  const { desk, place, clock } = await deskForTests();
  for (const [at, by] of [
    [from, -1],
    [from, 0],
    [to, -1],
    [to, 0],
  ] as const) {
    clock.now = new Date(Date.parse(at) + by);
    await submitLead(contact({ message: `${at} ${by}` }), desk);
  }

  const args = ["stats", "--since", day, "--until", day, "--json"];
  const stats = JSON.parse((await leadsCommand(args, place, { TEAM_TIME_ZONE: zone })).stdout);
  expect(stats.by.day).toEqual([{ value: day, leads: 2, held: 0 }]);
});

test("what was called spam is no lead, and neither held nor waiting for an answer; a sign-up waits for none", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact({ message: "real" }), desk, () => "R2222");
  await submitLead(newsletter(), desk, () => "N3333");
  await submitLead(beyondDoubt("held"), desk, () => "H4444");
  await submitLead(contact({ message: "taken first" }), desk, () => "S5555");
  await decideLead({ ref: "S5555", decision: "mine", who: "ana@dreamcode.test" }, desk);
  await decideLead({ ref: "S5555", decision: "spam", who: "ana@dreamcode.test" }, desk);

  const stats = await leadStats(desk.store, "UTC");
  expect(stats).toMatchObject({ leads: 3, held: 1, spam: 1, unanswered: 1, answer: undefined });
  expect(stats.by.form.map(({ value, leads }) => `${value} ${leads}`)).toEqual(["contact 2", "newsletter 1"]);
  expect((await leadsCommand(["stats"], place)).stdout).toMatch(
    /^leads +3\nheld as likely spam +1\nerased +0\namendments +0\ncalled spam +1\napplications +0\nnot delivered yet +\d\nnot answered yet +1\n/,
  );

  await decideLead({ ref: "R2222", decision: "mine", who: "ana@dreamcode.test" }, desk);
  expect(await leadStats(desk.store, "UTC")).toMatchObject({ unanswered: 0, answer: { leads: 1 } });
});

test("an application for an opening is counted apart, and stands in no other figure", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk);
  const before = await leadStats(desk.store, "UTC");
  await submitLead(application(), desk, () => "A2222");
  await decideLead({ ref: "A2222", decision: "answered", who: "ana@dreamcode.test" }, desk);

  expect(await leadStats(desk.store, "UTC")).toEqual({ ...before, applications: 1 });
  expect((await leadsCommand(["stats"], place)).stdout).toContain("\napplications         1\n");
});

test("while leads are counted, others have their turns", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact(), desk);
  let turns = 0;
  const count = () => {
    turns += 1;
    if (turns < 1_000) setImmediate(count);
  };
  setImmediate(count);
  await leadStats(desk.store, "UTC");
  expect(turns).toBeGreaterThan(10);
});

test("what links say is counted under one name where only what nobody sees is different", async () => {
  const { desk } = await deskForTests();
  for (const utm_campaign of ["it's “50 %” 🎉", "it's “50 %” 🎉", "x\n\u202ey", "x y", ""]) {
    await submitLead(
      contact({ message: `Number ${randomUUID()}` }, { attribution: { first: { utm_campaign } } }),
      desk,
    );
  }
  const { campaign } = (await leadStats(desk.store, "UTC")).by;
  expect(campaign).toEqual([
    { value: "it's “50 %” 🎉", leads: 2, held: 0 },
    { value: "x y", leads: 2, held: 0 },
    { value: "-", leads: 1, held: 0 },
  ]);
});

test.each([
  ["{}", undefined],
  ['{"first":{"utm_source":"news"},"last":{"page":"/en/blog"}}', "news"],
  ['{"last":{"referrer":"https://www.example.com/a?b"}}', "www.example.com"],
  ['{"first":{"referrer":"example.com"}}', "example.com"],
  [JSON.stringify({ first: { utm_source: `a\n\u202e${"b".repeat(200)}` } }), `a ${"b".repeat(38)}`],
])("the source of %s is %s", (attribution, source) => {
  expect(leadSource(JSON.parse(attribution))).toBe(source);
});

async function fill(desk: LeadDesk, clock: { pass(seconds: number): void }) {
  await submitLead(inquiry({ country: "CA" }, { key: "the-same-form" }), desk, () => "C2222");
  await submitLead(inquiry({ country: "CA", message: "more" }, { key: "the-same-form" }), desk);
  await submitLead(inquiry({ country: "US", message: "waits" }, { locale: "es" }), desk, () => "D4444");
  await desk.store.db
    .updateTable("lead")
    .set({
      attribution:
        '{"first":{"utm_source":"news","utm_medium":"email","utm_campaign":"spring"},"last":{"page":"/en/blog/hubs"}}',
    })
    .where("ref", "=", "D4444")
    .execute();
  clock.pass(86_400);
  await submitLead(beyondDoubt("held"), desk, () => "H3333");
}

test.each([
  [{}, undefined],
  [{ utm_source: "news" }, undefined],
  [{ utm_campaign: "spring" }, "spring"],
  [{ utm_campaign: "spring", utm_medium: "email" }, "spring (email)"],
  [{ utm_campaign: "spring", utm_source: "a\nb", utm_medium: "c" }, "spring (a b / c)"],
  [{ utm_campaign: "\u202e" }, undefined],
  [{ utm_campaign: "c".repeat(200) }, "c".repeat(60)],
])("the campaign of %j is %s", (first, campaign) => {
  expect(leadCampaign({ first })).toBe(campaign);
});
