import { expect, test } from "vitest";
import { leadDetails } from "#lib/leads/cli/lead-details.ts";
import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import type { Decision } from "#lib/leads/decide/decision.ts";
import { deliverMessage } from "#lib/leads/delivery/deliver-message.ts";
import {
  bbcode,
  byProgram,
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  inquiry,
  newsletter,
  states,
} from "#lib/leads/desk-for-tests.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { claimDue } from "#lib/leads/outbox/outbox.ts";
import type { PostSignals } from "#lib/leads/spam/spam-score.ts";
import { currentAlarms, raiseAlarms } from "#lib/leads/watch/alarms.ts";
import { queueDigest } from "#lib/leads/watch/queue-digest.ts";
import { unreachedLeads } from "#lib/leads/watch/unreached-leads.ts";
import { refuseMessage, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import type { LeadSubmission } from "./lead-submission.ts";
import { floodedForms } from "./sending-rates.ts";
import { submitLead } from "./submit-lead.ts";

const human = contact().signals;

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

test("of more than twenty doubtful leads in ten minutes the others come together, within a minute", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const smtp = await smtpForTests();
  for (let index = 0; index < 22; index++) await submitLead(from(index, byProgram), desk, () => refOf(index));
  await queueDigest(desk);
  clock.pass(1);
  await submitLead(from(22, byProgram), desk, () => refOf(22));
  await queueDigest(desk);
  clock.pass(59);
  await queueDigest(desk);
  await deliverDue(deliveryTo(smtp.url, desk));

  const subjects = smtp.mails.map(({ mail }) => mail.subject ?? "");
  expect(subjects.filter((subject) => subject.startsWith("[Likely spam]"))).toHaveLength(20);
  const together = smtp.mails.filter(({ mail }) => mail.subject?.startsWith("To be decided"));
  const named = together.map(({ mail }) => Array.from(mail.text?.matchAll(/^(R\w{4}): /gm) ?? [], ([, ref]) => ref));
  expect(named.toSorted()).toEqual([[refOf(20), refOf(21)], [refOf(22)]].toSorted());
  expect(together.map(({ mail }) => mail.subject).toSorted()).toEqual([
    "To be decided, likely spam: 23, of these new: 1",
    "To be decided, likely spam: 23, of these new: 2",
  ]);
});

test("the sixth lead of a network within ten minutes has a point for it, and the next one after a while has not", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 6; index++) await submitLead(from(index), desk);
  await submitLead(from(7, { senderCode: "another-network" }), desk);
  clock.pass(600);
  await submitLead(from(8), desk);

  const none = "[]";
  expect(await reasonsOf(desk)).toEqual([none, none, none, none, none, '["sender_often"]', none, none]);
  expect((await heldAs(desk)).filter(Boolean)).toEqual([]);
});

test.each<[what: string, seconds: number, reasons: string, count: number, of: "network" | "address"]>([
  ["five of a network", 599.999, '["sender_often"]', 5, "network"],
  ["five of a network", 600, "[]", 5, "network"],
  ["four of a network", 1, "[]", 4, "network"],
  ["thirty of a network", 86_399.999, '["sender_all_day"]', 30, "network"],
  ["thirty of a network", 86_400, "[]", 30, "network"],
  ["twenty-nine of a network", 600, "[]", 29, "network"],
  ["three of an address", 86_399.999, '["no_token","email_often"]', 3, "address"],
  ["three of an address", 86_400, '["no_token"]', 3, "address"],
  ["two of an address", 1, '["no_token"]', 2, "address"],
])("after %s, the next one of it %d seconds later counts %j", async (_what, seconds, reasons, count, of) => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const send = (index: number) => {
    const email = of === "address" ? "a@x.test" : `a${index}@x.test`;
    const senderCode = of === "network" ? "a-network" : `network-${index}`;
    const rest = of === "address" ? noToken : {};
    return submitLead(contact({ message: `text ${index}`, email }, { ...rest, senderCode }), desk);
  };
  for (let index = 0; index < count; index++) await send(index);
  clock.pass(seconds);
  await send(count);
  expect((await reasonsOf(desk)).at(-1)).toBe(reasons);
});

test("the thirty-first lead of a network on a day is held, stored like the first, and named to the team", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const smtp = await smtpForTests();
  for (let index = 0; index < 31; index++) {
    expect(await submitLead(from(index), desk, () => refOf(index))).toMatchObject({ status: "received" });
    clock.pass(121);
  }

  const held = await heldAs(desk);
  expect(held.slice(0, 30)).toEqual(Array(30).fill(""));
  expect(held[30]).toBe('["sender_all_day"]');
  expect(await namedDayByDay(desk, clock, smtp)).toEqual([[refOf(30)]]);
});

test("the fourth lead of an address within a day has a point, wherever it comes from, and nobody's who took their time", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const send = (index: number, rest = noToken) => {
    const email = index % 2 ? "A@x.test" : "a@X.test";
    return submitLead(from(index, { ...rest, senderCode: `network-${index}` }, { email }), desk);
  };
  for (let index = 0; index < 4; index++) await send(index);
  await submitLead(from(4, { senderCode: "network-4" }, { email: "a@x.test" }), desk);
  clock.pass(86_401);
  await send(5);

  const [none, byHand] = ["[]", '["no_token"]'];
  expect(await reasonsOf(desk)).toEqual([byHand, byHand, byHand, '["no_token","email_often"]', none, byHand]);
});

test("what somebody else sends under an address, and is held for what it is, counts for nothing against it", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 3; index++) {
    const attack = { ...byProgram, senderCode: `network-${index}` };
    await submitLead(from(index, attack, { email: "a@x.test" }), desk);
  }
  await submitLead(from(3, { ...noToken, senderCode: "network-3" }, { email: "a@x.test" }), desk);
  expect((await reasonsOf(desk)).at(-1)).toBe('["no_token"]');
});

test("after sixty senders within an hour a form holds what nobody took time over, and alarms once; the other form goes on", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 60; index++) {
    await submitLead(from(index, byHand(index)), desk);
    clock.pass(50);
  }
  await submitLead(from(60, byHand(60)), desk);
  await submitLead(inquiry({ email: "other@x.test", message: "text 61" }, byHand(61)), desk);
  await raiseAlarms(desk);
  await raiseAlarms(desk);

  const held = await heldAs(desk);
  expect(held.slice(0, 60)).toEqual(Array(60).fill(""));
  expect(held.slice(60)).toEqual(['["no_token","form_flooded"]', ""]);
  const alarms = await desk.store.db.selectFrom("outbox").selectAll().where("kind", "=", "alarm").execute();
  const flooded = alarms.filter(({ content }) => content?.includes("The contact form is flooded"));
  expect(flooded).toMatchObject([{ recipient: "alarm@dreamcode.test" }]);

  clock.pass(3600);
  await raiseAlarms(desk);
  const open = await desk.store.db.selectFrom("alarm").selectAll().execute();
  expect(open.map(({ topic }) => topic)).not.toContain("flooded:contact");
});

test.each<[what: string, changes: Partial<PostSignals>, message: string, reasons: string]>([
  ["five seconds and a token", { seconds: 5 }, "text 60", ""],
  ["five seconds, a token and two links", { seconds: 5 }, "https://aaa.com https://bbb.com", ""],
  ["less than five seconds", { seconds: 4.999 }, "text 60", '["form_flooded"]'],
  ["no token", { seconds: null }, "text 60", '["no_token","form_flooded"]'],
  ["three links", {}, "https://aaa.com https://bbb.com https://ccc.com", '["many_links","form_flooded"]'],
  ["the decoy filled in", { decoy: "filled" }, "text 60", '["decoy"]'],
])("while a form is flooded, what comes with %s is as it should be", async (_what, changes, message, reasons) => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 60; index++) await submitLead(from(index, byHand(index)), desk);
  const signals = { ...human, ...changes };
  await submitLead(contact({ email: "luz@x.test", message }, { signals, senderCode: "luz" }), desk);

  const luz = (await leads(desk)).find(({ email }) => email === "luz@x.test");
  expect(luz?.status === "quarantined" ? luz.spam_reasons : "").toBe(reasons);
});

test.each([
  [3599.999, "quarantined"],
  [3600, "new"],
])("%d seconds after the sixty senders, what comes by hand is %s", async (seconds, status) => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 60; index++) await submitLead(from(index, byHand(index)), desk);
  clock.pass(seconds);
  await submitLead(from(60, byHand(60)), desk);
  expect((await leads(desk)).at(-1)?.status).toBe(status);
});

test("fifty-nine senders are no flood, however many more are held", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 59; index++) await submitLead(from(index, byHand(index)), desk);
  for (let index = 59; index < 99; index++) {
    await submitLead(from(index, { ...byProgram, senderCode: `network-${index}` }), desk);
  }
  await submitLead(from(99, byHand(99)), desk);
  expect((await heldAs(desk)).at(-1)).toBe("");
});

test("sixty posts of one network hold nobody else's, and the alarm is silent", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 60; index++) await submitLead(from(index, { ...noToken, senderCode: "flooder" }), desk);
  await submitLead(from(60, byHand(60)), desk);
  await raiseAlarms(desk);
  expect((await heldAs(desk)).at(-1)).toBe("");
  expect(await desk.store.db.selectFrom("alarm").selectAll().execute()).toEqual([]);
});

test("two networks that post all day hold nobody else's on that day, and what is held of theirs is named", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const smtp = await smtpForTests();
  const honest: string[] = [];
  for (let minute = 0; minute < 24 * 60; minute += 10) {
    for (const flooder of [1, 2]) {
      // A network has another code on another day.
      const senderCode = `flooder-${flooder}-${clock.now.toISOString().slice(0, 10)}`;
      await submitLead(from(minute * 2 + flooder, { ...noToken, senderCode }), desk);
    }
    if (minute % 60 === 30) {
      const ref = `H${"BCDFGHJKMNPQRSTVWXYZ23456789"[honest.length]}222`;
      await submitLead(from(10_000 + minute, byHand(minute)), desk, () => ref);
      honest.push(ref);
    }
    clock.pass(600);
  }
  const stored = await leads(desk);
  const statusOf = (ref: string) => stored.find((lead) => lead.ref === ref)?.status;
  expect(honest.map(statusOf)).toEqual(Array(24).fill("new"));

  const held = stored.filter(({ status }) => status === "quarantined");
  expect(held.length).toBeGreaterThan(100);
  const named = await namedDayByDay(desk, clock, smtp);
  expect(named.flat().toSorted()).toEqual(held.map(({ ref }) => ref).toSorted());
});

test("while hundreds of networks flood a form, who takes time is delivered and who has no script is named; one alarm tells of it", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const smtp = await smtpForTests();
  for (let index = 0; index < 210; index++) {
    await submitLead(from(index, byHand(index)), desk);
    if (index === 150) {
      const luz = contact({ email: "luz@x.test", message: "text 1000" }, { senderCode: "luz" });
      await submitLead(luz, desk, () => "LLLLL");
      await submitLead(from(1001, byHand(1001)), desk, () => "HHHHH");
    }
    clock.pass(50);
    if (index % 5 === 0) await raiseAlarms(desk);
  }
  const stored = await leads(desk);
  expect(stored.find(({ ref }) => ref === "LLLLL")?.status).toBe("new");
  expect(stored.find(({ ref }) => ref === "HHHHH")?.status).toBe("quarantined");
  const alarms = await desk.store.db.selectFrom("outbox").selectAll().where("kind", "=", "alarm").execute();
  expect(alarms.filter(({ content }) => content?.includes("is flooded"))).toHaveLength(1);

  const held = stored.filter(({ status }) => status === "quarantined").map(({ ref }) => ref);
  expect((await namedDayByDay(desk, clock, smtp)).flat().toSorted()).toEqual(held.toSorted());
});

test("with the limits off nothing is held for coming often or fast", async () => {
  const { desk } = await deskForTests({ rateLimit: false });
  for (let index = 0; index < 70; index++) {
    await submitLead(from(index, { signals: { ...human, seconds: 0 } }, { email: "a@x.test" }), desk);
  }
  expect((await heldAs(desk)).filter(Boolean)).toEqual([]);
});

test("an address gets two receipts in 24 hours", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  await submitLead(from(1, {}, { email: "a@x.test" }), desk);
  clock.pass(1);
  await submitLead(from(2, {}, { email: "A@X.test" }), desk);
  await submitLead(from(3, {}, { email: "a@x.test" }), desk);
  clock.pass(86_398.999);
  await submitLead(from(4, {}, { email: "a@x.test" }), desk);
  clock.pass(0.001);
  await submitLead(from(5, {}, { email: "a@x.test" }), desk);
  await submitLead(from(6, {}, { email: "a@x.test" }), desk);

  expect((await receiptsTo(desk)).toSorted()).toEqual(["A@X.test", "a@x.test", "a@x.test"]);
  const given = await desk.store.db
    .selectFrom("lead")
    .select("receipt_at")
    .where("receipt_at", "is not", null)
    .execute();
  expect(given.map(({ receipt_at }) => receipt_at).toSorted()).toEqual([
    "2026-11-21T12:00:00.000Z",
    "2026-11-21T12:00:01.000Z",
    "2026-11-22T12:00:00.000Z",
  ]);
});

test("two messages of a day leave room for the confirmation of the newsletter, and the team is told where there is none left", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  const smtp = await smtpForTests();
  const email = "bea@company.com";
  for (const message of ["one", "two"]) await submitLead(contact({ message, email }), desk);
  for (const spelled of [email, "bea+list@company.com"])
    await submitLead(newsletter({ email: spelled }, { key: spelled }), desk);
  await deliverDue(deliveryTo(smtp.url, desk));

  const confirmations = smtp.mails.filter(({ mail }) => mail.text?.includes("/join/"));
  expect(confirmations.map(({ to }) => to)).toEqual([[email]]);
  const notices = smtp.mails.flatMap(
    ({ mail }) => /They (?:are|were NOT) asked to confirm/.exec(mail.text ?? "") ?? [],
  );
  expect(notices.toSorted()).toEqual(["They are asked to confirm", "They were NOT asked to confirm"]);
});

test("what a clock that was years ahead has dated keeps no receipt from anybody, and holds and refuses nobody", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const year = 365 * 86_400;
  clock.pass(3 * year);
  for (let index = 0; index < 100; index++) await submitLead(from(index, {}, { email: "a@x.test" }), desk);
  clock.pass(-3 * year);
  await submitLead(from(100, {}, { email: "a@x.test" }), desk);

  const last = await desk.store.db.selectFrom("lead").selectAll().where("created_at", "<", "2027").execute();
  expect(last).toMatchObject([{ status: "new", spam_score: 0, receipt_at: "2026-11-21T12:00:00.000Z" }]);
});

test.each([
  ["Ana@x.test", "ana+1@x.test", "ANA+2+3@X.test", "ana+@x.test"],
  ["ana.torres@gmail.com", "anatorres@gmail.com", "a.n.a.torres+1@googlemail.com", "ANATORRES@Googlemail.com"],
  ["ana@ñandú.test", "ana+1@xn--and-6ma2c.test"],
])("the spellings of one mailbox get one receipt: %s, %s …", async (...spellings) => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (const [index, email] of spellings.entries()) {
    await submitLead(from(index, { senderCode: `network-${index}` }, { email }), desk);
  }

  expect(await receiptsTo(desk)).toEqual([spellings[0]]);
});

test("addresses that may be two people's get two receipts", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  const emails = ["ana.torres@x.test", "anatorres@x.test", "ana-torres@x.test", "anatorres@y.test"];
  for (const [index, email] of emails.entries()) {
    await submitLead(from(index, { senderCode: `network-${index}` }, { email }), desk);
  }

  expect(await receiptsTo(desk)).toEqual(emails.toSorted());
});

test("no spelling of an address of ours, or of where bounces come from, gets a receipt", async () => {
  const routing = [{ language: "es" as const, to: ["bogota@dreamcode.test", "cali@dreamcode.test"] }];
  const { desk } = await deskForTests({ rateLimit: false, routing });
  const ours = [
    "Sales+1@dreamcode.test",
    "hello+x@dreamcode.test",
    "contact@dreamcode.test",
    "Postmaster+1@x.test",
  ].concat(["bogota@dreamcode.test", "Cali+x@dreamcode.test"]);
  for (const [index, email] of ours.entries()) await submitLead(from(index, {}, { email }), desk);

  expect(await receiptsTo(desk)).toEqual([]);
});

test("after two hundred receipts in a day the team is still told, and no stranger is written to", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 201; index++) {
    await submitLead(from(index, { senderCode: `network-${index}` }), desk);
    clock.pass(70);
  }
  const kinds = (await messages(desk)).map(([kind]) => kind);
  expect(kinds.filter((kind) => kind === "receipt")).toHaveLength(200);
  expect(kinds.filter((kind) => kind === "notify")).toHaveLength(201);

  // The first of them was 24 hours before.
  clock.pass(86_400 - 201 * 70 - 0.001);
  await submitLead(from(201, { senderCode: "a-network" }), desk);
  expect(await receiptsTo(desk)).toHaveLength(200);
  clock.pass(0.001);
  await submitLead(from(202, { senderCode: "another-network" }), desk);
  expect(await receiptsTo(desk)).toContain("visitor-202@x.test");
});

test("posts without a token use up half of the day's receipts, and leave the others to people", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const bare = { ...human, seconds: null };
  for (let index = 0; index < 101; index++) {
    await submitLead(from(index, { senderCode: `network-${index}`, signals: bare }), desk);
    clock.pass(70);
  }
  expect(await receiptsTo(desk)).toHaveLength(100);

  await submitLead(from(101, { senderCode: "a-network" }), desk);
  await submitLead(from(102, { senderCode: "another-network", signals: bare }), desk);
  expect(await receiptsTo(desk)).toHaveLength(101);
  expect(await receiptsTo(desk)).toContain("visitor-101@x.test");
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

test("each morning the team reads once what is undecided, with enough to know a real one by, until it is decided", async () => {
  const { desk, clock } = await deskForTests({ leadsTo: ["sales@dreamcode.test"] });
  const smtp = await smtpForTests();
  const message = `We need three engineers.\n${"And so on. ".repeat(40)}`;
  await submitLead(inquiry({ message }, byProgram), desk, () => "K7QD2");
  await submitLead(contact({ name: "Released" }, { ...byProgram, key: "another-form" }), desk, () => "R4RRR");
  await submitLead(contact({ name: "Robot", message: bbcode }, byProgram), desk, () => "M4XYZ");
  await submitLead(contact({ name: "Delivered", message: "a real one" }), desk);
  await queueDigest(desk);
  clock.pass(86_400);

  await Promise.all([queueDigest(desk), queueDigest(desk)]);
  await queueDigest(desk);
  await say("not-spam", "R4RRR", desk);
  await deliverDigests(desk, smtp.url);

  expect(smtp.mails.map(({ to, mail }) => [to, mail.subject])).toEqual([
    [["sales@dreamcode.test"], "To be decided, likely spam: 2"],
  ]);
  const text = smtp.mails[0]?.mail.text ?? "";
  expect(text).toContain(
    "K7QD2: Ana Torres, Ana@Company.com, Acme, Canada\ninquiry, Staff augmentation, 2026-11-21 07:00 (Bogota)\nWe need three engineers. And so on. And so on.",
  );
  expect(text).toContain(" …\nScore 4: filled in a field that people do not see\n");
  expect(text.indexOf("K7QD2: ")).toBeLessThan(text.indexOf("Beyond doubt"));
  expect(text.indexOf("Beyond doubt")).toBeLessThan(text.indexOf("M4XYZ: Robot"));
  expect(text).toMatch(/K7QD2: (?:.*\n)+?Not spam: https:\S+K7QD2\/not-spam\/\S+\nSpam: https:\S+K7QD2\/spam\/\S+\n/);
  expect(text).toMatch(/\nhttps:\S+\/held\/\S+\n/);
  expect(text).not.toMatch(/Delivered|Released/);

  clock.pass(86_400);
  await queueDigest(desk);
  await say("spam", "M4XYZ", desk);
  await deliverDigests(desk, smtp.url);
  expect(smtp.mails.at(-1)?.mail.subject).toBe("To be decided, likely spam: 1");

  await say("spam", "K7QD2", desk);
  clock.pass(86_400);
  await queueDigest(desk);
  expect(await digestRows(desk)).toHaveLength(2);
});

test.each([
  ["2026-11-22T11:59:59.999Z", 0],
  ["2026-11-22T12:00:00.000Z", 1],
])("of what is held since noon, %s is told by %d mails", async (now, mails) => {
  const { desk, clock } = await deskForTests();
  await submitLead(contact({}, byProgram), desk);
  clock.now = new Date(now);
  await queueDigest(desk);
  expect(await digestRows(desk)).toHaveLength(mails);
});

test("a day has one digest, and what came after it is in the next one", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(contact({ message: "one" }, byProgram), desk);
  clock.pass(86_400);
  await queueDigest(desk);

  // Taken before the digest, and stored after it.
  clock.pass(-60);
  await submitLead(contact({ message: "two" }, byProgram), desk);
  clock.pass(3600);
  await queueDigest(desk);
  expect(await digestRows(desk)).toHaveLength(1);
  await deliverDigests(desk, smtp.url);

  clock.pass(86_400);
  await queueDigest(desk);
  await deliverDigests(desk, smtp.url);
  const named = smtp.mails.map(({ mail }) => mail.text?.match(/^[2-9A-Z]{5}: /gm)?.length);
  expect(named).toEqual([1, 2]);
});

test("a digest that waited for the mail server names what is undecided when it goes out, however many days later", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(contact({}, byProgram), desk, () => "K7QD2");
  for (let day = 0; day < 2; day++) {
    clock.pass(86_400);
    await queueDigest(desk);
  }
  await deliverDigests(desk, smtp.url);
  expect(smtp.mails.map(({ mail }) => mail.text?.includes("K7QD2: "))).toEqual([true, true]);
});

const linked = "https://aaa.com https://bbb.com https://ccc.com";
const anchor = "[url=https://aaa.com]a[/url]";
const need = "We need two engineers who know Java for our bank in Toronto. Can you help us?";

test.each<[what: string, isTold: boolean, lead: LeadSubmission]>([
  ["the decoy, at once and without a browser", true, by({ decoy: "filled", seconds: 0, isBareRequest: true })],
  ["the decoy and BBCode", false, by({ decoy: "filled" }, anchor)],
  ["no script, three links and BBCode", true, by({ seconds: null }, `${anchor} ${linked} ${need}`)],
  [
    "no script, no browser, three links and BBCode",
    false,
    by({ seconds: null, isBareRequest: true }, `${anchor} ${linked}`),
  ],
])("%s: that the team is told at once is %s, and in the morning it is named", async (_what, isTold, lead) => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const smtp = await smtpForTests();
  await submitLead(lead, desk, () => "K7QD2");
  await queueDigest(desk);
  expect((await messages(desk)).map(([kind]) => kind)).toEqual(isTold ? ["notify"] : []);
  expect(await namedDayByDay(desk, clock, smtp)).toEqual([["K7QD2"]]);
  expect(smtp.mails.at(-1)?.mail.text?.includes("Beyond doubt")).toBe(!isTold);
});

test("what others do names no lead less: links, and a flooded form, a busy network and a common address beside them", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const smtp = await smtpForTests();
  for (let index = 0; index < 60; index++) {
    const senderCode = index < 30 ? "a-network" : `network-${index}`;
    const email = index < 30 || index % 10 ? `visitor-${index}@x.test` : "luz@x.test";
    await submitLead(from(index, { ...noToken, senderCode }, { email }), desk, () => refOf(index));
    clock.pass(30);
  }
  for (let index = 60; index < 120; index++) await submitLead(from(index, byHand(index)), desk, () => refOf(index));
  await submitLead(contact({ email: "luz@x.test", message: linked }), desk, () => "LLLLL");

  const luz = (await leads(desk)).find(({ ref }) => ref === "LLLLL");
  expect(luz?.spam_reasons).toBe('["many_links","sender_all_day","email_often","form_flooded"]');
  expect((await namedDayByDay(desk, clock, smtp)).flat()).toContain("LLLLL");
});

test("the digest begins with whoever is most likely a person, and no sender fills its head", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const smtp = await smtpForTests();
  const send = async (ref: string, senderCode: string, signals: Partial<PostSignals>, message = ref) => {
    const lead = contact({ email: `${ref}@x.test`, message }, { senderCode, signals: { ...human, ...signals } });
    await submitLead(lead, desk, () => ref);
    clock.pass(1);
  };
  await send("BBBBB", "network-1", { decoy: "filled", seconds: null, isBareRequest: true });
  await send("CCCCC", "network-2", { seconds: null, isBareRequest: true }, linked);
  for (const ref of ["DDDDD", "FFFFF"]) await send(ref, "network-3", { decoy: "filled" });
  await send("GGGGG", "network-4", { decoy: "filled" });
  await send("HHHHH", "network-5", { seconds: null, isBareRequest: true });

  expect(await namedDayByDay(desk, clock, smtp)).toEqual([["HHHHH", "DDDDD", "GGGGG", "FFFFF", "CCCCC", "BBBBB"]]);
});

test("of five thousand that are held each mail names fifty, first who could be a person and was not named yet", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const smtp = await smtpForTests();
  await submitLead(contact({ name: "Luz" }, byProgram), desk, () => refOf(0));
  const [row] = await leads(desk);
  if (!row) throw new Error("It was just stored");
  const many = Array.from({ length: 4_999 }, (_, index) => ({
    ...row,
    digest_at: undefined,
    id: `lead-${index}`,
    created_at: new Date(Date.parse(row.created_at) + 1 + index).toISOString(),
    ref: refOf(index + 1),
    submission_key: `lead-${index}`,
    sender_code: `network-${index}`,
    spam_score: 8,
    // Of a hundred, one without a word against its text.
    spam_reasons:
      index % 100
        ? '["no_token","bare_request","many_links","anchors"]'
        : '["no_token","under_4_seconds","bare_request","decoy"]',
  }));
  for (let start = 0; start < many.length; start += 500) {
    await desk.store.db
      .insertInto("lead")
      .values(many.slice(start, start + 500))
      .execute();
  }

  const mornings: string[][] = [];
  for (let day = 0; day < 2; day++) {
    clock.pass(86_400);
    await queueDigest(desk);
    await deliverDigests(desk, smtp.url);
    mornings.push(namedIn(smtp.mails.at(-1)?.mail.text));
  }
  const [first = [], second = []] = mornings;
  expect([first.length, second.length]).toEqual([50, 50]);
  expect(first[0]).toBe(refOf(0));
  // The last one that could be a person.
  expect(second.filter((ref) => !first.includes(ref))).toHaveLength(1);
  expect(new Set([...first, ...second]).size).toBe(51);
  const mail = smtp.mails[0]?.mail;
  expect(mail?.subject).toBe("To be decided, likely spam: 5000");
  expect(mail?.text).toContain("More that are held: 4950.");
  // Gmail cuts a mail off at 102 kB.
  expect(mail?.html?.length).toBeLessThan(90_000);
});

test("while nobody is named to get it, no list is written, and none is lost", async () => {
  const { desk, clock } = await deskForTests();
  await submitLead(contact({}, byProgram), desk, () => "K7QD2");
  clock.pass(86_400);
  await queueDigest({ ...desk, leadsTo: [] });
  expect(await digestRows(desk)).toEqual([]);
  await queueDigest(desk);
  expect(await digestRows(desk)).toHaveLength(1);
});

test("where no network is known, addresses stand for senders in a flood, and proofs are none", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  await submitLead(from(0, { senderCode: null }), desk);
  const [row] = await leads(desk);
  if (!row) throw new Error("It was just stored");
  const others = Array.from({ length: 59 }, (_, index) => ({
    ...row,
    digest_at: undefined,
    id: `lead-${index}`,
    ref: refOf(index + 1),
    submission_key: `lead-${index}`,
    email: `v${index}@flood.test`,
  }));
  await desk.store.db.insertInto("lead").values(others).execute();
  expect(await floodedForms(desk.store.db, desk.now())).toEqual(["contact"]);
  await desk.store.db.updateTable("lead").set({ status: "proof" }).where("id", "=", "lead-7").execute();
  expect(await floodedForms(desk.store.db, desk.now())).toEqual([]);
});

test("several workers write one digest a day, also when more is held than one can name", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 120; index++)
    await submitLead(from(index, { ...byProgram, senderCode: `network-${index}` }), desk);
  const fourTimes = () => Promise.all(Array.from({ length: 4 }, () => queueDigest(desk)));
  // While nothing is due, on PostgreSQL: each then has a connection, and all of them begin at once.
  await fourTimes();
  clock.pass(86_400);
  await fourTimes();
  expect(await digestRows(desk)).toHaveLength(1);
  expect((await messages(desk)).filter(([kind]) => kind === "collected")).toHaveLength(1);
  // Twenty have a mail of their own, fifty came together, and in the morning come those twenty and thirty of the rest.
  expect((await leads(desk)).filter(({ digest_at }) => digest_at !== null)).toHaveLength(100);
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

test("a morning on which nothing is held has no mail", async () => {
  const { desk, clock } = await deskForTests();
  await submitLead(contact(), desk);
  clock.pass(86_400);
  await queueDigest(desk);
  expect(await digestRows(desk)).toEqual([]);
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

function say(decision: Decision, ref: string, desk: LeadDesk) {
  return decideLead({ ref, decision, who: "ana@dreamcode.test" }, desk);
}

const noToken = { signals: { ...human, seconds: null } };

/** Without script, and from a network of its own. */
function byHand(index: number) {
  return { ...noToken, senderCode: `network-${index}` };
}

function by(signals: Partial<PostSignals>, message = "text"): LeadSubmission {
  return contact({ message }, { signals: { ...human, ...signals } });
}

/** One of the references, by its number. */
function refOf(index: number): string {
  const signs = "23456789BCDFGHJKMNPQRSTVWXYZ";
  return [3, 2, 1, 0].reduce((ref, place) => ref + signs[Math.floor(index / 28 ** place) % 28], "R");
}

/**
 * Lets days pass until a morning brings no digest, and calls spam what each of them names. Gives the references that they
 * name, in their order.
 */
async function namedDayByDay(
  desk: LeadDesk,
  clock: { pass(seconds: number): void },
  smtp: Awaited<ReturnType<typeof smtpForTests>>,
): Promise<string[][]> {
  const days: string[][] = [];
  for (;;) {
    clock.pass(86_400);
    const before = (await digestRows(desk)).length;
    await queueDigest(desk);
    if ((await digestRows(desk)).length === before) return days;
    await deliverDigests(desk, smtp.url);
    const named = namedIn(smtp.mails.at(-1)?.mail.text);
    for (const ref of named) await say("spam", ref, desk);
    days.push(named);
  }
}

function namedIn(text = ""): string[] {
  return Array.from(text.matchAll(/^([2-9A-Z]{5}(?:-\d+)?): /gm), ([, ref = ""]) => ref);
}

/** As after a while with a mail server that takes everything. */
async function asIfSent({ store }: LeadDesk) {
  await store.db.updateTable("outbox").set({ state: "sent" }).where("state", "=", "pending").execute();
}

async function asIfRefusedForGood({ store }: LeadDesk) {
  await store.db.updateTable("outbox").set({ state: "dead", last_class: "content" }).execute();
}

/** Nothing else, of which there may be hundreds. */
async function deliverDigests(desk: LeadDesk, smtpUrl: string) {
  await desk.store.db
    .updateTable("outbox")
    .set({ state: "cancelled" })
    .where("kind", "!=", "digest")
    .where("state", "=", "pending")
    .execute();
  await deliverDue(deliveryTo(smtpUrl, desk));
}

function from(index: number, rest: Partial<LeadSubmission> = {}, values: { email?: string } = {}): LeadSubmission {
  return contact({ email: `visitor-${index}@x.test`, message: `text ${index}`, ...values }, rest);
}

function leads({ store }: LeadDesk) {
  return store.db.selectFrom("lead").selectAll().orderBy("created_at").orderBy("ref").execute();
}

/** For each lead in the order of their coming, why it is held. */
async function heldAs(desk: LeadDesk): Promise<string[]> {
  return (await inOrder(desk)).map(({ status, spam_reasons }) => (status === "quarantined" ? spam_reasons : ""));
}

/** For each lead in the order of their coming, what speaks against it. */
async function reasonsOf(desk: LeadDesk): Promise<string[]> {
  return (await inOrder(desk)).map(({ spam_reasons }) => spam_reasons);
}

async function inOrder(desk: LeadDesk) {
  const place = ({ payload }: { payload: string }) => Number(JSON.parse(payload).message.replace("text ", ""));
  return (await leads(desk)).sort((a, b) => place(a) - place(b));
}

async function messages({ store }: LeadDesk) {
  const rows = await store.db.selectFrom("outbox").selectAll().orderBy("kind").orderBy("recipient").execute();
  return rows.map(({ kind, recipient }) => [kind, recipient]);
}

async function receiptsTo(desk: LeadDesk): Promise<string[]> {
  return (await messages(desk)).flatMap(([kind, recipient = ""]) => (kind === "receipt" ? [recipient] : []));
}

function digestRows({ store }: LeadDesk) {
  return store.db.selectFrom("outbox").selectAll().where("kind", "=", "digest").execute();
}
