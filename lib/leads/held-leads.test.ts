import { expect, test } from "vitest";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { raiseAlarms } from "./alarms.ts";
import { byProgram, contact, deliverDue, deliveryTo, deskForTests, inquiry } from "./desk-for-tests.ts";
import type { LeadDesk } from "./lead-desk.ts";
import { leadDetails } from "./lead-details.ts";
import type { LeadSubmission } from "./lead-submission.ts";
import { queueDigest } from "./queue-digest.ts";
import { releaseLead } from "./release-lead.ts";
import { submitLead } from "./submit-lead.ts";

const human = contact().signals;

test("what looks like a program's is thanked for, stored with the reasons, and mailed to nobody", async () => {
  const { desk } = await deskForTests();

  const submitted = await submitLead(contact({}, byProgram), desk, () => "K7QD2");

  expect(submitted).toEqual({ status: "received", ref: "K7QD2" });
  expect(await leads(desk)).toMatchObject([{ status: "quarantined", spam_score: 4, spam_reasons: '["decoy"]' }]);
  expect(await messages(desk)).toEqual([]);
  expect(await desk.store.db.selectFrom("consent").selectAll().execute()).toHaveLength(1);
  expect((await leadDetails("K7QD2", desk.store))?.join("")).toMatch(
    /^spam score +4 decoy$.*\ndeliveries\n {2}none\n/ms,
  );
});

test.each([
  [2, { isForeignOrigin: true }, "new"],
  [3, { isForeignOrigin: true, seconds: 3 }, "quarantined"],
])("a score of %d: %j is %s", async (score, signals, status) => {
  const { desk } = await deskForTests({ rateLimit: true });
  await submitLead(contact({}, { signals: { ...human, ...signals } }), desk);
  expect(await leads(desk)).toMatchObject([{ spam_score: score, status }]);
});

test("a released lead goes to the team once, and its sender gets no receipt", async () => {
  const { desk } = await deskForTests({ recipients: ["a@dreamcode.test", "b@dreamcode.test"] });
  await submitLead(contact({}, byProgram), desk, () => "K7QD2");

  const released = await Promise.all([releaseLead("K7QD2", desk), releaseLead("K7QD2", desk)]);

  expect(released.toSorted()).toEqual([false, true]);
  expect(await leads(desk)).toMatchObject([{ status: "new", spam_score: 4 }]);
  expect(await messages(desk)).toEqual([
    ["notify", "a@dreamcode.test"],
    ["notify", "b@dreamcode.test"],
  ]);
  expect(await releaseLead("M4XYZ", desk)).toBe(false);
});

test("the sixth lead of a network within ten minutes is held, and the next one after a while is not", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 6; index++) await submitLead(from(index), desk);
  await submitLead(from(7, { senderCode: "another-network" }), desk);
  clock.pass(600);
  await submitLead(from(8), desk);

  const held = await heldAs(desk);
  expect(held).toEqual(["", "", "", "", "", '["sender_often"]', "", ""]);
});

test("the thirty-first lead of a network on a day is held above every digest, and stored like the first", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 31; index++) {
    expect(await submitLead(from(index), desk)).toMatchObject({ status: "received" });
    clock.pass(121);
  }

  const held = await heldAs(desk);
  expect(held.slice(0, 30)).toEqual(Array(30).fill(""));
  expect(held[30]).toBe('["sender_all_day"]');
});

test("the fourth lead of an address within a day is held, wherever it comes from", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 4; index++) {
    await submitLead(
      from(index, { senderCode: `network-${index}` }, { email: index % 2 ? "A@x.test" : "a@X.test" }),
      desk,
    );
  }
  clock.pass(86_401);
  await submitLead(from(5, {}, { email: "a@x.test" }), desk);

  expect(await heldAs(desk)).toEqual(["", "", "", '["email_often"]', ""]);
});

test("a form that takes more than sixty an hour holds the rest and raises one alarm; the other form goes on", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 61; index++) {
    await submitLead(from(index, { senderCode: `network-${index}` }), desk);
    clock.pass(50);
  }
  await submitLead(inquiry({ email: "other@x.test", message: "text 61" }), desk);
  await raiseAlarms(desk);
  await raiseAlarms(desk);

  const held = await heldAs(desk);
  expect(held.slice(0, 60)).toEqual(Array(60).fill(""));
  expect(held.slice(60)).toEqual(['["form_flooded"]', ""]);
  const alarms = await desk.store.db.selectFrom("outbox").selectAll().where("kind", "=", "alarm").execute();
  const flooded = alarms.filter(({ content }) => content?.includes("The contact form is flooded"));
  expect(flooded).toMatchObject([{ recipient: "alarm@dreamcode.test" }]);

  clock.pass(3600);
  await raiseAlarms(desk);
  const open = await desk.store.db.selectFrom("alarm").selectAll().execute();
  expect(open.map(({ topic }) => topic)).not.toContain("flooded:contact");
});

test("with the limits off nothing is held for coming often or fast", async () => {
  const { desk } = await deskForTests({ rateLimit: false });
  for (let index = 0; index < 70; index++) {
    await submitLead(from(index, { signals: { ...human, seconds: 0 } }, { email: "a@x.test" }), desk);
  }
  expect((await heldAs(desk)).filter(Boolean)).toEqual([]);
});

test("an address gets one receipt in 24 hours", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  await submitLead(from(1, {}, { email: "a@x.test" }), desk);
  await submitLead(from(2, {}, { email: "A@X.test" }), desk);
  clock.pass(86_399.999);
  await submitLead(from(3, {}, { email: "a@x.test" }), desk);
  clock.pass(0.001);
  await submitLead(from(4, {}, { email: "a@x.test" }), desk);

  expect(await receiptsTo(desk)).toEqual(["a@x.test", "a@x.test"]);
  const given = await desk.store.db
    .selectFrom("lead")
    .select("receipt_at")
    .where("receipt_at", "is not", null)
    .execute();
  expect(given.map(({ receipt_at }) => receipt_at).toSorted()).toEqual([
    "2026-11-21T12:00:00.000Z",
    "2026-11-22T12:00:00.000Z",
  ]);
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
  const { desk } = await deskForTests({ rateLimit: false });
  const ours = ["Sales+1@dreamcode.test", "hello+x@dreamcode.test", "contact@dreamcode.test", "Postmaster+1@x.test"];
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
    "[K7QD2] We have your message",
  ]);
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
  expect(await messages(desk)).toEqual([]);

  await releaseLead("K7QD2", desk);

  expect((await leads(desk)).map(({ status }) => status)).toEqual(["new", "new"]);
  expect((await messages(desk)).map(([kind]) => kind)).toEqual(["notify", "notify"]);
});

test("each morning the team is told once which leads are held, with enough to know a real one by", async () => {
  const { desk, clock } = await deskForTests({ recipients: ["sales@dreamcode.test"] });
  const smtp = await smtpForTests();
  await submitLead(inquiry({ message: "Secret words" }, byProgram), desk, () => "K7QD2");
  await submitLead(contact({ name: "Released" }, { ...byProgram, key: "another-form" }), desk, () => "R4RRR");
  const worse = { ...human, isDecoyFilled: true, seconds: null, isForeignOrigin: true };
  await submitLead(contact({ name: "Robot", message: "buy" }, { signals: worse }), desk, () => "M4XYZ");
  await submitLead(contact({ name: "Delivered", message: "a real one" }), desk);
  await queueDigest(desk);
  clock.pass(86_400);

  await Promise.all([queueDigest(desk), queueDigest(desk)]);
  await queueDigest(desk);
  await releaseLead("R4RRR", desk);
  await deliverDue(deliveryTo(smtp.url, desk));

  const digests = smtp.mails.filter(({ mail }) => mail.subject?.startsWith("Held as likely spam"));
  expect(digests).toHaveLength(1);
  expect(digests[0]?.to).toEqual(["sales@dreamcode.test"]);
  expect(digests[0]?.mail.subject).toBe("Held as likely spam: 2");
  const text = digests[0]?.mail.text;
  expect(text).toContain(
    "K7QD2: Ana Torres, Acme, Canada\ninquiry, 2026-11-21 12:00 UTC\nScore 4: filled in a field that people do not see\n",
  );
  expect(text).toContain("Not listed here: 1.");
  expect(text).toContain("npm run leads -- release");
  expect(text).not.toMatch(/Robot|Delivered|Released|Secret|@/);
});

test("a lead is in one digest, and a day has one", async () => {
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

  clock.pass(86_400);
  await queueDigest(desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  expect(smtp.mails.map(({ mail }) => mail.subject)).toEqual(["Held as likely spam: 1", "Held as likely spam: 1"]);
});

test("a morning on which nothing is held has no mail", async () => {
  const { desk, clock } = await deskForTests();
  await submitLead(contact(), desk);
  clock.pass(86_400);
  await queueDigest(desk);
  expect(await digestRows(desk)).toEqual([]);
});

function from(index: number, rest: Partial<LeadSubmission> = {}, values: { email?: string } = {}): LeadSubmission {
  return contact({ email: `visitor-${index}@x.test`, message: `text ${index}`, ...values }, rest);
}

function leads({ store }: LeadDesk) {
  return store.db.selectFrom("lead").selectAll().orderBy("created_at").orderBy("ref").execute();
}

/** For each lead in the order of their coming, why it is held. */
async function heldAs({ store }: LeadDesk): Promise<string[]> {
  const rows = await store.db.selectFrom("lead").selectAll().execute();
  const place = ({ payload }: { payload: string }) => Number(JSON.parse(payload).message.replace("text ", ""));
  return rows
    .sort((a, b) => place(a) - place(b))
    .map(({ status, spam_reasons }) => (status === "quarantined" ? spam_reasons : ""));
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
