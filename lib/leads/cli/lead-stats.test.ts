import { expect, test } from "vitest";
import { leadSource } from "#lib/leads/attribution/lead-source.ts";
import { beyondDoubt, contact, deskForTests, inquiry } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { leadsCommand } from "./cli-for-tests.ts";
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
    undelivered: 3,
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
    },
  });
  expect(JSON.parse((await leadsCommand(["stats", "--json"], place)).stdout)).toEqual(
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

  expect((await leadStats(desk.store, "UTC")).inbox).toEqual({ leads: 20, p50: 10_000, p95: 19_000 });
  expect((await leadsCommand(["stats"], place)).stdout).toMatch(
    /^time to the inbox +p50 10\.0 s, p95 19\.0 s \(20 delivered\)$/m,
  );
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
    .set({ attribution: '{"first":{"utm_source":"news"},"last":{"page":"/en/blog/hubs"}}' })
    .where("ref", "=", "D4444")
    .execute();
  clock.pass(86_400);
  await submitLead(beyondDoubt("held"), desk, () => "H3333");
}
