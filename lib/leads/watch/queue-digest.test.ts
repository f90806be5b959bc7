import { expect, test } from "vitest";
import { askForCall } from "#lib/leads/call/ask-for-call.ts";
import { answerLink } from "#lib/leads/decide/answer-link.ts";
import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import {
  bbcode,
  byProgram,
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  inquiry,
} from "#lib/leads/desk-for-tests.ts";
import {
  by,
  byHand,
  deliverDigests,
  digestRows,
  from,
  human,
  leads,
  messages,
  namedDayByDay,
  namedIn,
  noToken,
  refOf,
  say,
} from "#lib/leads/intake/held-leads-for-tests.ts";
import type { LeadSubmission } from "#lib/leads/intake/lead-submission.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { PostSignals } from "#lib/leads/spam/spam-score.ts";
import { smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { currentAlarms } from "./alarms.ts";
import { queueDigest } from "./queue-digest.ts";

// What a text reads like is another test's.
const noPitch = () => Number.NEGATIVE_INFINITY;
const linked = "https://aaa.com https://bbb.com https://ccc.com";
const anchor = "[url=https://aaa.com]a[/url]";
const need = "We need two engineers who know Java for our bank in Toronto. Can you help us?";

test("of more than twenty doubtful leads in ten minutes the others come together, within a minute", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const smtp = await smtpForTests();
  for (let index = 0; index < 22; index++) {
    await submitLead(from(index, byProgram), desk, () => refOf(index));
    clock.pass(0.001);
  }
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

test("a list that is refused for what visitors wrote comes without their words, and says so", async () => {
  const { desk, clock } = await deskForTests({ leadsTo: ["sales@dreamcode.test"] });
  const smtp = await smtpForTests({
    onMessage({ mail }) {
      if (`${mail.html}${mail.text}`.includes("cheap")) throw smtpError(554);
    },
  });
  await submitLead(contact({ message: "cheap pills" }, byProgram), desk, () => "K7QD2");
  clock.pass(86_400);
  await queueDigest(desk);
  for (const _ of ["refused", "taken"]) await deliverDigests(desk, smtp.url);
  const [mail] = smtp.mails.map(({ mail }) => mail);
  expect(mail).toMatchObject({ subject: "To be decided, likely spam: 1" });
  expect(mail?.html).toBeUndefined();
  expect(mail?.text).toMatch(/refused this mail with the first lines.*\/held\/.*K7QD2: Ana Torres, /s);
});

test("a call that was asked for with what is held is said in the list and on its page", async () => {
  const { desk, clock } = await deskForTests({ leadsTo: ["sales@dreamcode.test"] });
  const smtp = await smtpForTests();
  await submitLead(contact({}, byProgram), desk, () => "K7QD2");
  const [lead] = await leads(desk);
  const slot = new Date("2026-11-25T15:00:00.000Z");
  expect(lead && (await askForCall(lead, { slot, zone: "America/Toronto" }, desk))).toBe("done");
  clock.pass(86_400);
  await queueDigest(desk);
  await deliverDigests(desk, smtp.url);
  const asked = "Call asked for: 2026-11-25 10:00 (Bogota)";
  expect(smtp.mails[0]?.mail.text).toContain(`\n${asked}\n`);
  const { pathname } = new URL(/https:\S+\/held\/\S+/.exec(smtp.mails[0]?.mail.text ?? "")?.[0] ?? "");
  expect((await answerLink(pathname, desk, false))?.html).toContain(asked);
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

test("a clock that was a year ahead over a morning keeps back no later mail, and what it dated is named as well", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  const year = 366 * 86_400;
  await submitLead(contact({ message: "one" }, byProgram), desk, () => "K7QD2");
  clock.pass(year);
  await submitLead(contact({ message: "two" }, byProgram), desk, () => "M4XYZ");
  await queueDigest(desk);
  expect(await digestRows(desk)).toHaveLength(1);
  clock.pass(-year);
  for (const rows of [2, 3]) {
    clock.pass(86_400);
    for (let look = 0; look < 2; look++) await queueDigest(desk);
    expect(await digestRows(desk)).toHaveLength(rows);
  }
  await deliverDigests(desk, smtp.url);
  const named = smtp.mails.map(({ mail }) => mail.text?.match(/^[2-9A-Z]{5}: /gm)?.length);
  expect(named.filter((leads) => leads === 2)).toHaveLength(2);
  await decideLead({ ref: "K7QD2", decision: "spam", who: "ana@dreamcode.test" }, desk);
  expect((await currentAlarms(desk)).map(({ topic }) => topic)).toContain("held-undecided");
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

test("a digest of what was all decided before it went out says just that", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(contact({}, byProgram), desk, () => "K7QD2");
  clock.pass(86_400);
  await queueDigest(desk);
  await decideLead({ ref: "K7QD2", decision: "spam", who: "ana@dreamcode.test" }, desk);
  await deliverDigests(desk, smtp.url);
  expect(smtp.mails.map(({ mail }) => mail.text?.trim())).toEqual(["Everything is decided by now."]);
});

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
  const { desk, clock } = await deskForTests({ rateLimit: true, pitchModel: noPitch });
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
  const { desk, clock } = await deskForTests({ rateLimit: true, pitchModel: noPitch });
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

test("a morning on which nothing is held has no mail", async () => {
  const { desk, clock } = await deskForTests();
  await submitLead(contact(), desk);
  clock.pass(86_400);
  await queueDigest(desk);
  expect(await digestRows(desk)).toEqual([]);
});
