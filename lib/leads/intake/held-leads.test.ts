import { expect, test } from "vitest";
import { leadDetails } from "#lib/leads/cli/lead-details.ts";
import { deliverMessage } from "#lib/leads/delivery/deliver-message.ts";
import {
  bbcode,
  byProgram,
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  inquiry,
  states,
} from "#lib/leads/desk-for-tests.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { claimDue } from "#lib/leads/outbox/outbox.ts";
import { currentAlarms, raiseAlarms } from "#lib/leads/watch/alarms.ts";
import { unreachedLeads } from "#lib/leads/watch/unreached-leads.ts";
import { refuseMessage, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { by, from, human, leads, messages, namedDayByDay, say } from "./held-leads-for-tests.ts";
import { submitLead } from "./submit-lead.ts";

test("what looks like a program's is thanked for, stored with the reasons, mailed to the team at once, and to nobody else", async () => {
  const { desk } = await deskForTests();

  const submitted = await submitLead(contact({}, byProgram), desk, () => "K7QD2");

  expect(submitted).toEqual({ status: "received", ref: "K7QD2" });
  expect(await leads(desk)).toMatchObject([{ status: "quarantined", spam_score: 4, spam_reasons: '["decoy"]' }]);
  expect(await messages(desk)).toEqual([["notify", "sales@dreamcode.test"]]);
  expect(await desk.store.db.selectFrom("consent").selectAll().execute()).toHaveLength(1);
  expect((await leadDetails("K7QD2", desk.store))?.join("")).toMatch(
    /^spam score +4 decoy$.*\ndeliveries\n {2}notify to sales@dreamcode\.test: pending/ms,
  );
});

test.each([
  [2, { seconds: 1 }, "new"],
  [3, { seconds: null, isBareRequest: true }, "quarantined"],
])("a score of %d: %j is %s", async (score, signals, status) => {
  const { desk } = await deskForTests({ rateLimit: true });
  await submitLead(contact({}, { signals: { ...human, ...signals } }), desk);
  expect(await leads(desk)).toMatchObject([{ spam_score: score, status }]);
});

test("a lead beyond doubt that is released goes to the team once, and its sender gets the receipt that was kept back", async () => {
  const { desk } = await deskForTests({ leadsTo: ["a@dreamcode.test", "b@dreamcode.test"] });
  await submitLead(contact({ message: bbcode }, byProgram), desk, () => "K7QD2");
  expect(await messages(desk)).toEqual([]);

  const released = await Promise.all([say("not-spam", "K7QD2", desk), say("not-spam", "K7QD2", desk)]);

  expect(released.toSorted()).toEqual(["already", "done"]);
  expect(await leads(desk)).toMatchObject([{ status: "new" }]);
  expect(await messages(desk)).toEqual([
    ["notify", "a@dreamcode.test"],
    ["notify", "b@dreamcode.test"],
    ["receipt", "Ana@Company.com"],
  ]);
  expect(await say("not-spam", "M4XYZ", desk)).toBe("unknown");
});

test("a doubtful lead that is released has no second notice, and two receipts a day go to its address as ever", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  await submitLead(contact({ message: "one" }, byProgram), desk, () => "K7QD2");
  await submitLead(contact({ message: "two" }, byProgram), desk, () => "M4XYZ");
  await submitLead(contact({ message: "three" }, byProgram), desk, () => "P5PPP");
  for (const ref of ["K7QD2", "M4XYZ", "P5PPP"]) await say("not-spam", ref, desk);
  expect((await messages(desk)).map(([kind]) => kind)).toEqual([
    ...Array(3).fill("notify"),
    ...Array(2).fill("receipt"),
  ]);
});

test("the mail of a doubtful lead says so in its subject and why in words, until somebody decides", async () => {
  const { desk } = await deskForTests({ leadsTo: ["a@dreamcode.test", "b@dreamcode.test"] });
  const smtp = await smtpForTests();
  await submitLead(inquiry({}, byProgram), desk, () => "K7QD2");
  const delivery = deliveryTo(smtp.url, desk);
  const [one] = await claimDue(delivery, 1);
  if (one) await deliverMessage(one, delivery, new AbortController().signal);
  await say("not-spam", "K7QD2", desk);
  await deliverDue(delivery);

  const notices = smtp.mails.filter(({ mail }) => mail.messageId?.includes(".notify."));
  const [first, second] = notices.map(({ mail }) => mail);
  expect(first?.subject).toBe("[Likely spam] [K7QD2] Staff augmentation, Acme, Canada");
  for (const part of [first?.text, first?.html]) {
    expect(part).toContain("filled in a field that people do not see");
    expect(part).toContain("https://www.dreamcode.test/team/");
  }
  expect(second?.subject).toBe("[K7QD2] Staff augmentation, Acme, Canada");
  expect(second?.text).not.toContain("do not see");
});

test("where the mail server refuses doubtful leads for their text, nothing alarms but that nobody decides", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests({ onMessage: refuseMessage(554) });
  for (let index = 0; index < 3; index++) await submitLead(from(index, byProgram), desk);
  for (let times = 0; times < 2; times++) await deliverDue(deliveryTo(smtp.url, desk));
  expect((await currentAlarms(desk)).map(({ topic }) => topic)).toEqual([]);
  await asIfRefusedForGood(desk);
  clock.pass(86_400);
  expect((await currentAlarms(desk)).map(({ topic }) => topic)).toEqual(["held-undecided"]);
  expect(await unreachedLeads(desk.store.db, clock.now)).toEqual({ refused: false, waiting: false });
});

test("a changed text from the same form amends the first: mailed as such, known by the same reference, once", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  const key = "the-same-form";
  await submitLead(contact({ message: "Two engineers." }, { key }), desk, () => "K7QD2");
  clock.pass(60);

  const changed = contact({ message: "Three engineers.", email: "ANA@company.com" }, { key });
  const submitted = await Promise.all(Array.from({ length: 5 }, () => submitLead(changed, desk)));
  const third = await submitLead(contact({ message: "Four engineers." }, { key }), desk);

  expect([...submitted, third]).toEqual(Array(6).fill({ status: "received", ref: "K7QD2" }));
  const [first, second, last] = await leads(desk);
  expect([second?.ref, last?.ref]).toEqual(["K7QD2-2", "K7QD2-3"]);
  expect([second?.amends, last?.amends]).toEqual([first?.id, first?.id]);
  expect(JSON.parse(first?.payload ?? "").message).toBe("Two engineers.");
  expect(JSON.parse(second?.payload ?? "").message).toBe("Three engineers.");

  await deliverDue(deliveryTo(smtp.url, desk));
  expect(smtp.mails.map(({ mail }) => mail.subject).toSorted()).toEqual([
    "[K7QD2-2] Amendment to K7QD2: Message from Ana Torres",
    "[K7QD2-3] Amendment to K7QD2: Message from Ana Torres",
    "[K7QD2] Message from Ana Torres",
    ...Array(3).fill("[K7QD2] We have your message"),
  ]);
  const amended = smtp.mails.find(({ mail }) => mail.subject?.startsWith("[K7QD2-3]"))?.mail;
  expect(amended?.text).toContain(
    "What changed:\nEmail: Ana@Company.com (before: ANA@company.com)\nMessage, added: Four\nMessage, taken out: Three\n",
  );
  expect(amended?.html).toContain("What changed:");
  expect((await leadDetails("K7QD2", desk.store))?.join("")).toMatch(/^amended by +K7QD2-2, K7QD2-3$/m);
});

test("a text with another address from the same form is a lead of its own", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact({ email: "ana@acme.test" }, { key: "the-same-form" }), desk, () => "K7QD2");
  await submitLead(contact({ email: "ana@acme.example" }, { key: "the-same-form" }), desk, () => "M4XYZ");
  expect((await leads(desk)).map(({ ref, amends }) => [ref, amends])).toEqual([
    ["K7QD2", null],
    ["M4XYZ", null],
  ]);
});

test("an amendment of a held lead is held with it, and released with it", async () => {
  const { desk } = await deskForTests();
  const key = "the-same-form";
  await submitLead(contact({ message: "one" }, { key, ...byProgram }), desk, () => "K7QD2");
  await submitLead(contact({ message: "two" }, { key }), desk);
  expect((await messages(desk)).map(([kind]) => kind)).toEqual(["notify", "notify"]);

  await say("not-spam", "K7QD2", desk);

  expect((await leads(desk)).map(({ status }) => status)).toEqual(["new", "new"]);
  expect((await messages(desk)).map(([kind]) => kind)).toEqual(["notify", "notify", "receipt"]);
});

test("whoever mends an address in the same form three times, on other networks by then, is told to the team like anybody", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  const message = "We look for two engineers and a designer who can begin in spring and stay with us for a whole year";
  const form = { key: "the-same-form", token: "its-token" };
  const send = (ref: string, email: string, senderCode: string) =>
    submitLead(contact({ message, email }, { ...form, senderCode }), desk, () => ref);
  await send("A2222", "ana@acme.co", "at-home");
  await send("B2222", "ana@acme.con", "at-home");
  await send("C2222", "ana@acme.com", "on-the-way");
  await send("D2222", "ana@mail.com", "elsewhere");
  const mended = { status: "new", spam_reasons: '["copy"]' };
  expect(await leads(desk)).toMatchObject([{ spam_reasons: "[]" }, mended, mended, mended]);
  await send("F2222", "eva@acme.org", "elsewhere");
  expect((await leads(desk)).at(-1)).toMatchObject({ status: "quarantined", spam_reasons: '["used_token","copies"]' });
});

test("what corrects an inquiry that was mailed as likely spam is mailed as such, too, and held by no doubt twice", async () => {
  const { desk } = await deskForTests();
  const key = "the-same-form";
  const links = "https://a.test https://b.test https://c.test, or write to Telegram: @ana_torres";
  await submitLead(contact({ message: `See ${links}` }, { key }), desk, () => "K7QD2");
  await submitLead(contact({ message: `Sorry, see ${links}` }, { key }), desk);
  expect(await leads(desk)).toMatchObject([
    {},
    { spam_score: 7, spam_reasons: '["many_links","messenger","amends_held"]' },
  ]);
  expect((await messages(desk)).map(([kind]) => kind)).toEqual(["notify", "notify"]);
});

test("an amendment of a held lead says why it is held as well", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  const key = "the-same-form";
  await submitLead(contact({ message: "one" }, { key, ...byProgram }), desk, () => "K7QD2");
  await submitLead(contact({ message: "two" }, { key }), desk);
  expect(await leads(desk)).toMatchObject([{}, { spam_score: 3, spam_reasons: '["amends_held"]' }]);
  expect(await namedDayByDay(desk, clock, smtp)).toEqual([["K7QD2-2", "K7QD2"]]);
  expect(smtp.mails.at(-1)?.mail.text).toContain("Score 3: adds to one that is held\n");
});

test("held leads that nobody decided about for a day raise an alarm, in the log and by mail, until somebody does", async () => {
  const { desk, clock, reported } = await deskForTests();
  await submitLead(contact({ message: "one" }, byProgram), desk, () => "B2222");
  clock.pass(60);
  await submitLead(by({ decoy: "filled", seconds: 0 }, "two"), desk, () => "C3333");
  await asIfSent(desk);
  clock.pass(86_400 - 61);
  expect(await currentAlarms(desk)).toEqual([]);
  clock.pass(61);
  await raiseAlarms(desk);
  await raiseAlarms(desk);

  expect(reported).toEqual(["ALARM: held-undecided"]);
  const mails = await desk.store.db.selectFrom("outbox").selectAll().where("kind", "=", "alarm").execute();
  expect(mails.map(({ recipient, content }) => [recipient, JSON.parse(content ?? "").subject])).toEqual([
    ["alarm@dreamcode.test", "[Alarm] Held for a day without a decision: 2"],
  ]);
  expect(mails[0]?.content).toContain("The oldest is B2222, held since 2026-11-21 07:00 (Bogota)");

  await say("not-spam", "B2222", desk);
  await asIfSent(desk);
  expect(await currentAlarms(desk)).toMatchObject([{ subject: "[Alarm] Held for a day without a decision: 1" }]);
  expect(await say("spam", "C3333", desk)).toBe("done");
  expect(await currentAlarms(desk)).toEqual([]);
});

test.each([
  ["a filled decoy and speed", 7, ["decoy", "under_2_seconds"], ["held-undecided"]],
  ["links in a name", 6, ["link_in_name", "bare_request"], ["held-undecided"]],
  ["links in a name and a filled decoy", 8, ["link_in_name", "decoy"], []],
])("a lead that is held for a day for %s raises what the digest named", async (_why, score, reasons, topics) => {
  const { desk, clock } = await deskForTests();
  await submitLead(contact({}, byProgram), desk);
  await desk.store.db
    .updateTable("lead")
    .set({ spam_score: score, spam_reasons: JSON.stringify(reasons) })
    .execute();
  await asIfSent(desk);
  clock.pass(86_400);
  expect((await currentAlarms(desk)).map(({ topic }) => topic)).toEqual(topics);
});

test("what was called spam is mailed to nobody any more, with its amendments, and comes back when it is released", async () => {
  const { desk } = await deskForTests();
  const key = "the-same-form";
  await submitLead(contact({ message: "one" }, { key, ...byProgram }), desk, () => "K7QD2");
  await submitLead(contact({ message: "two" }, { key }), desk);

  expect(await say("spam", "M4XYZ", desk)).toBe("unknown");
  expect(await say("spam", "K7QD2", desk)).toBe("done");
  expect(await say("spam", "K7QD2", desk)).toBe("already");
  expect((await leads(desk)).map(({ status }) => status)).toEqual(["spam", "spam"]);
  expect(await states(desk)).toEqual({ notify: ["cancelled", "cancelled"], receipt: [] });

  expect(await say("not-spam", "K7QD2", desk)).toBe("done");
  expect((await leads(desk)).map(({ status }) => status)).toEqual(["new", "new"]);
  expect(await states(desk)).toEqual({ notify: ["pending", "pending"], receipt: ["pending"] });
});

/** As after a while with a mail server that takes everything. */
async function asIfSent({ store }: LeadDesk) {
  await store.db.updateTable("outbox").set({ state: "sent" }).where("state", "=", "pending").execute();
}

async function asIfRefusedForGood({ store }: LeadDesk) {
  await store.db.updateTable("outbox").set({ state: "dead", last_class: "content" }).execute();
}
