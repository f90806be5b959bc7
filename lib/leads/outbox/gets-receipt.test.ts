import { expect, test } from "vitest";
import { contact, deliverDue, deliveryTo, deskForTests, newsletter } from "#lib/leads/desk-for-tests.ts";
import { from, human, messages } from "#lib/leads/intake/held-leads-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";

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

async function receiptsTo(desk: LeadDesk): Promise<string[]> {
  return (await messages(desk)).flatMap(([kind, recipient = ""]) => (kind === "receipt" ? [recipient] : []));
}
