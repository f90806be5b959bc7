import { expect, test } from "vitest";
import { leadsCommand } from "#lib/leads/cli/cli-for-tests.ts";
import type { LeadStats } from "#lib/leads/count/lead-stats.ts";
import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import { beyondDoubt, contact, deliverDue, deliveryTo, deskForTests, inquiry } from "#lib/leads/desk-for-tests.ts";
import { erasePerson } from "#lib/leads/erase/erase-person.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { submitDailyProof } from "./daily-proof.ts";
import { queueReport } from "./queue-report.ts";

const reportTo = ["ceo@dreamcode.test", "sales@dreamcode.test"];
const noon = (day: string) => new Date(`${day}T17:00:00.000Z`);

test("on the first at seven each of REPORT_TO gets one mail of the month before, however many workers write it", async () => {
  const { desk, clock } = await deskForTests({ reportTo });
  clock.now = noon("2026-10-15");
  await submitLead(contact(), desk);

  clock.now = new Date("2026-11-01T11:59:59.999Z");
  await queueReport(desk);
  expect(await reports(desk)).toEqual([]);

  clock.pass(0.001);
  await Promise.all([queueReport(desk), queueReport(desk)]);
  clock.pass(86_400 * 20);
  await queueReport(desk);
  expect(await reports(desk)).toEqual(["2026-10 ceo@dreamcode.test", "2026-10 sales@dreamcode.test"]);

  clock.now = noon("2026-12-03");
  await queueReport(desk);
  clock.now = noon("2026-11-20");
  await queueReport(desk);
  expect(await reports(desk)).toEqual([
    "2026-10 ceo@dreamcode.test",
    "2026-10 sales@dreamcode.test",
    "2026-11 ceo@dreamcode.test",
    "2026-11 sales@dreamcode.test",
  ]);
});

test("nobody is told of a month before anything was stored, or without REPORT_TO; who is added gets the last month at once", async () => {
  const { desk, clock } = await deskForTests({ reportTo });
  await submitLead(contact(), desk);
  await queueReport(desk);
  expect(await reports(desk)).toEqual([]);

  clock.now = noon("2026-12-24");
  await queueReport({ ...desk, reportTo: [] });
  expect(await reports(desk)).toEqual([]);
  await queueReport({ ...desk, reportTo: ["ceo@dreamcode.test"] });
  await queueReport(desk);
  expect(await reports(desk)).toEqual(["2026-11 ceo@dreamcode.test", "2026-11 sales@dreamcode.test"]);
});

test("the mail says of both months what `stats` says of each", async () => {
  const { desk, place, clock } = await deskForTests({ dailyProof: true, reportTo: ["ceo@dreamcode.test"] });
  const smtp = await smtpForTests();
  const said = await twoMonths(desk, clock, smtp.url);
  clock.now = noon("2026-11-01");

  const { subject, text = "" } = await reportOf(desk, smtp);
  const stats = async (month: string, last: number): Promise<LeadStats> => {
    const days = ["--since", `${month}-01`, "--until", `${month}-${last}`];
    return JSON.parse((await leadsCommand(["stats", ...days, "--json"], place)).stdout);
  };
  const [now, before] = [await stats("2026-10", 31), await stats("2026-09", 30)];

  expect(subject).toBe(`Inquiries in October 2026: ${now.leads}`);
  expect(text).toContain(`Inquiries: ${now.leads} (${now.held} held), before: ${before.leads}\n`);
  expect(text).toContain(`Called spam: ${now.spam}, before: ${before.spam}\n`);
  expect(text).toContain(`Not answered: ${now.unanswered}, before: ${before.unanswered}\n`);
  for (const [heading, kind] of [
    ["Service", "service"],
    ["Page", "page"],
    ["Campaign", "campaign"],
    ["Source", "source"],
  ] as const) {
    const count = (counts: LeadStats["by"]["page"], value: string) => {
      const { leads, held } = counts.find((each) => each.value === value) ?? { leads: 0, held: 0 };
      return held > 0 ? `${leads} (${held} held)` : `${leads}`;
    };
    const values = new Set([...now.by[kind], ...before.by[kind]].map(({ value }) => value));
    const lines = [...values].map(
      (value) => `${value}: ${count(now.by[kind], value)}, before: ${count(before.by[kind], value)}`,
    );
    const section = text.split("\n\n").find((part) => part.startsWith(`${heading}:\n`));
    expect(
      section
        ?.replaceAll(/^\((none|none named|not known)\)/gm, "-")
        .split("\n")
        .slice(1)
        .sort(),
    ).toEqual(lines.sort());
  }
  expect(said.join("")).not.toBe("");
  for (const personal of said) expect(text).not.toContain(personal);
});

test("a reader sees what rose and fell, how fast it went, and what waits", async () => {
  const { desk, clock } = await deskForTests({ dailyProof: true, reportTo: ["ceo@dreamcode.test"] });
  const smtp = await smtpForTests();
  await twoMonths(desk, clock, smtp.url);
  clock.now = noon("2026-11-01");

  expect(
    (await reportOf(desk, smtp)).text?.trim(),
  ).toBe(`From 2026-10-01 00:00 (Bogota) to 2026-11-01 00:00 (Bogota). “Before” is September 2026.

September 2026 is no whole month here: the first message that is stored came on 2026-09-15.

Inquiries: 4 (1 held), before: 2
Called spam: 1, before: 0
Time to the inbox: 60.0 s in the median (slowest 60.0 s, of 2), before: 60.0 s in the median (slowest 60.0 s, of 2)
Time to the first answer: 2 h in the median (slowest 2 h, of 1), before: none
Not answered: 1, before: 2
Held now: 1

Service:
staff-augmentation: 3, before: 0
(none named): 1 (1 held), before: 2

Page:
/en/inquiry: 2, before: 0
/en/contact: 1 (1 held), before: 2
/en/blog/hubs: 1, before: 0

Campaign:
(none): 3 (1 held), before: 0
autumn (news): 0, before: 2
spring (news / email): 1, before: 0

Source:
(not known): 3 (1 held), before: 0
news: 1, before: 2

“Held” looks like spam and waits for somebody to decide; until then it counts as an inquiry. “Not answered”: nobody has said “Mine” or “Answered” of it; sign-ups for the newsletter and what was erased are not counted there. Amendments, applications for an opening, what was called spam, and the daily proof are no inquiries.

The page is the one that led to the form. Pages, campaigns and sources are what links and browsers say, which anybody can write.

More of it: npm run leads -- stats --since 2026-10-01 --until 2026-10-31`);
});

test("a first month is compared with none, and says so", async () => {
  const { desk, clock } = await deskForTests({ reportTo: ["ceo@dreamcode.test"] });
  const smtp = await smtpForTests();
  clock.now = noon("2026-10-12");
  await submitLead(contact(), desk);
  clock.now = noon("2026-11-02");

  const { text } = await reportOf(desk, smtp);
  expect(text).toContain(
    "There is no month before to compare with: the first message that is stored came on 2026-10-12.",
  );
  expect(text).toContain("\nPage:\n/en/contact: 1\n");
  expect(text).not.toMatch(/before:/i);
});

test("a month without any inquiry is told, with what there was before it", async () => {
  const { desk, clock } = await deskForTests({ dailyProof: true, reportTo: ["ceo@dreamcode.test"] });
  const smtp = await smtpForTests();
  clock.now = noon("2026-08-31");
  await submitDailyProof(desk);
  clock.now = noon("2026-09-12");
  await submitLead(contact(), desk);
  clock.now = noon("2026-11-01");

  const { subject, text } = await reportOf(desk, smtp);
  expect(subject).toBe("Inquiries in October 2026: 0");
  expect(text).toMatch(/^From .*\n\nNobody wrote in October 2026\.\n\nInquiries: 0, before: 1\n/);
  expect(text).toContain("\nPage:\n/en/contact: 0, before: 1\n");

  clock.now = noon("2026-12-01");
  expect((await reportOf(desk, smtp)).text).toMatch(/\nHeld now: 0\n\n“Held” looks/);
});

test("of campaigns that somebody makes up ten are named, on a line each, and the rest is one sum", async () => {
  const { desk, clock } = await deskForTests({ reportTo: ["ceo@dreamcode.test"] });
  const smtp = await smtpForTests();
  clock.now = noon("2026-10-12");
  for (let index = 0; index < 13; index++) {
    const utm_campaign = `${index}\nInquiries: 1000 <b>${"x".repeat(150)}`;
    const attribution = { first: { utm_campaign, utm_source: "y".repeat(200), utm_medium: "z".repeat(200) } };
    await submitLead(contact({ message: `${index}` }, { attribution }), desk);
  }
  clock.now = noon("2026-11-01");

  const { text = "", html } = await reportOf(desk, smtp);
  const lines =
    text
      .split("\n\n")
      .find((part) => part.startsWith("Campaign:"))
      ?.split("\n") ?? [];
  expect(lines).toHaveLength(12);
  expect(lines.at(-1)).toBe("(3 more): 3");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(160);
  expect(html).not.toContain("<b>");
});

test("nothing of what the mail says stays in the outbox, and who was erased before it goes out is not in it", async () => {
  const { desk, clock } = await deskForTests({ reportTo: ["ceo@dreamcode.test"] });
  const smtp = await smtpForTests();
  clock.now = noon("2026-10-12");
  await submitLead(contact({}, { attribution: { first: { utm_campaign: "for-ana-torres" } } }), desk);
  clock.now = noon("2026-11-01");
  await queueReport(desk);
  const { content } = await desk.store.db
    .selectFrom("outbox")
    .select("content")
    .where("kind", "=", "report")
    .executeTakeFirstOrThrow();
  expect(content).toBe('{"month":"2026-10"}');
  await erasePerson("ana@company.com", desk);

  const { text } = await reportOf(desk, smtp);
  expect(text).toContain("Inquiries: 1\n");
  expect(text).not.toContain("for-ana-torres");
});

/** What people wrote is given back. */
async function twoMonths(desk: LeadDesk, clock: { now: Date; pass(seconds: number): void }, smtpUrl: string) {
  const delivery = deliveryTo(smtpUrl, desk);
  const submit = async (...[submission, ref]: [Parameters<typeof submitLead>[0], string]) => {
    await submitLead(submission, desk, () => ref);
    clock.pass(60);
    await deliverDue(delivery);
  };
  const autumn = { attribution: { first: { utm_campaign: "autumn", utm_source: "news" } } };
  clock.now = noon("2026-09-15");
  await submit(contact({ message: "one" }, autumn), "A2222");
  // The last moment of September and the first of October, in Bogotá.
  clock.now = new Date("2026-10-01T04:59:59.999Z");
  await submit(contact({ message: "two" }, autumn), "A3333");
  clock.now = new Date("2026-10-01T05:00:00.000Z");
  await submit(inquiry({}, { key: "the-same-form" }), "B2222");
  await submit(inquiry({ message: "more" }, { key: "the-same-form" }), "B3333");
  clock.pass(7_080);
  await decideLead({ ref: "B2222", decision: "answered", who: "ceo@dreamcode.test" }, desk);
  const first = { utm_campaign: "spring", utm_source: "news", utm_medium: "email" };
  await submit(inquiry({ message: "three" }, { attribution: { first, last: { page: "/en/blog/hubs" } } }), "B4444");
  await submit(contact({ message: "buy" }), "S5555");
  await decideLead({ ref: "S5555", decision: "spam", who: "ceo@dreamcode.test" }, desk);
  await submit(beyondDoubt("held"), "H6666");
  clock.now = new Date("2026-11-01T04:59:59.999Z");
  await submitDailyProof(desk);
  await submitLead(inquiry({ message: "erased", email: "eva@company.com" }), desk, () => "E7777");
  await erasePerson("eva@company.com", desk);
  clock.pass(0.001);
  await submitLead(contact({ message: "of November" }), desk, () => "N8888");
  return ["Ana", "company.com", "eva@", "Acme", "B2222", "H6666"];
}

/** Queues the report, sends what is due, and gives the mail that came last of it. */
async function reportOf(desk: LeadDesk, smtp: Awaited<ReturnType<typeof smtpForTests>>) {
  await queueReport(desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  const mail = smtp.mails.findLast(({ mail }) => mail.subject?.startsWith("Inquiries in "))?.mail;
  if (!mail) throw new Error("No report came");
  return mail;
}

async function reports({ store }: LeadDesk): Promise<string[]> {
  const rows = await store.db
    .selectFrom("outbox")
    .select(["recipient", "content"])
    .where("kind", "=", "report")
    .orderBy("queued_at")
    .orderBy("recipient")
    .execute();
  return rows.map(({ recipient, content }) => `${JSON.parse(content ?? "").month} ${recipient}`).sort();
}
