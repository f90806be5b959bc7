import { expect, test } from "vitest";
import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import {
  byProgram,
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  newsletter,
  reply,
} from "#lib/leads/desk-for-tests.ts";
import type { LeadSubmission } from "#lib/leads/intake/lead-submission.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { newSpoolRef } from "#lib/leads/store/lead-ref.ts";
import { currentAlarms } from "#lib/leads/watch/alarms.ts";
import { leadHealth } from "#lib/leads/watch/lead-health.ts";
import { smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { expectsReceipt } from "./expects-receipt.ts";

test("a confirmation is promised from the moment it is queued, also while no mail can be sent, and after it was", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  const smtp = await smtpForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(true);
  await deliverDue(deliveryTo(smtp.url, desk));
  expect(smtp.mails.map(({ to }) => to)).toContainEqual(["Ana@company.com"]);
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(true);
});

test.each<[what: string, lead: LeadSubmission]>([
  ["a message", contact()],
  ["a sign-up", newsletter()],
  ["a reply", reply()],
])("%s sent twice is promised the one confirmation it gets", async (_what, lead) => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let times = 0; times < 2; times++) await submitLead(lead, desk, () => "K7QD2");
  expect(await expectsReceipt("K7QD2", lead.form, desk)).toBe(true);
});

test.each<[what: string, send: (desk: LeadDesk) => Promise<unknown>]>([
  ["what is held", (desk) => submitLead(contact({}, byProgram), desk, () => "K7QD2")],
  [
    "a third message on a day",
    async (desk) => {
      await submitLead(contact({ message: "one" }), desk, () => "M4XYZ");
      await submitLead(contact({ message: "and a half" }), desk, () => "P5PPP");
      await submitLead(contact({ message: "two" }), desk, () => "K7QD2");
    },
  ],
  [
    "a second change of what was confirmed, changes and all",
    async (desk) => {
      for (const [index, message] of ["one", "two", "three"].entries())
        await submitLead(contact({ message }, { key: "the-same-form" }), desk, () => ["K7QD2", "M4XYZ"][index] ?? "");
    },
  ],
  ["our own address", (desk) => submitLead(contact({ email: "sales@dreamcode.test" }), desk, () => "K7QD2")],
  ["another reference", (desk) => submitLead(contact(), desk, () => "M4XYZ")],
  ["another form", (desk) => submitLead(newsletter(), desk, () => "K7QD2")],
])("no confirmation is promised for %s", async (_what, send) => {
  const { desk } = await deskForTests({ rateLimit: true });
  await send(desk);
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(false);
});

test("one is promised for what amends a first, as for any second message of a day", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  await submitLead(contact({ message: "one" }, { key: "the-same-form" }), desk, () => "K7QD2");
  clock.pass(1);
  await submitLead(contact({ message: "two" }, { key: "the-same-form" }), desk);
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(true);
  await desk.store.db
    .updateTable("outbox")
    .set({ state: "dead" })
    .where("kind", "=", "receipt")
    .where("queued_at", ">", "2026-11-21T12:00:00.500Z")
    .execute();
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(false);
});

test("one is promised again for what was held and is released", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  await submitLead(contact({}, byProgram), desk, () => "K7QD2");
  await decideLead({ ref: "K7QD2", decision: "not-spam", who: "ana@dreamcode.test" }, desk);
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(true);
});

test("none is promised any more where the address was refused", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  await desk.store.db.updateTable("outbox").set({ state: "dead" }).where("kind", "=", "receipt").execute();
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(false);
});

test("after an hour a reference says nothing any more to anybody who tries it", async () => {
  const { desk, clock } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  clock.pass(3599);
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(true);
  clock.pass(1);
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(false);
});

test("nothing is promised for what waits in the spool, and a store that is away is not asked", async () => {
  const { desk, reported } = await deskForTests();
  desk.spool.keep({
    submission: contact(),
    fields: { name: "Ana", email: "ana@company.com", message: "" },
    at: desk.now().toISOString(),
    key: "a-key",
    ref: newSpoolRef(),
  });
  await desk.store.close();
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(false);
  expect(reported).toEqual([]);
});

test("a store that cannot be asked is reported, and nothing is promised", async () => {
  const { desk, reported } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  await desk.store.db.schema.alterTable("outbox").renameTo("away").execute();
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(false);
  expect(reported).toEqual([expect.stringContaining("confirmation not looked up: ")]);
});

const isVisitor = ({ address }: { address: string }) => !address.endsWith("dreamcode.test");

test.each<[string, (isRefusing: () => boolean) => Parameters<typeof smtpForTests>[0]]>([
  [
    "a rule of the mail server refuses",
    (isRefusing) => ({
      onRcptTo: (to, _session, answer) =>
        answer(isRefusing() && isVisitor(to) ? smtpError(550, "5.7.54 Unable to relay") : null),
    }),
  ],
  [
    "the mail server refuses after its text, whole or safe,",
    (isRefusing) => ({
      onMessage({ to }) {
        if (isRefusing() && to.some((address) => isVisitor({ address })))
          throw smtpError(554, "5.7.1 Rejected as spam content");
      },
    }),
  ],
])("none is promised, and the alarm says so, while %s what goes to visitors", async (_who, refusing) => {
  const { desk, clock } = await deskForTests();
  let refuses = true;
  const smtp = await smtpForTests({ hideENHANCEDSTATUSCODES: true, ...refusing(() => refuses) });
  const delivery = deliveryTo(smtp.url, desk);
  const topics = async () => (await currentAlarms(desk)).map(({ topic }) => topic);
  const deliver = async () => {
    await deliverDue(delivery);
    // What was refused for its text is due again at once, without it.
    await deliverDue(delivery);
  };
  for (const name of ["one", "two"]) await submitLead(contact({ email: `${name}@company.com` }), desk);
  await deliver();
  await submitLead(contact(), desk, () => "K7QD2");
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(true);
  await deliver();
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(false);
  expect(await topics()).toEqual(["receipts-refused"]);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "ok", mail: "ok" });

  refuses = false;
  clock.pass(5 * 60);
  await deliverDue(delivery);
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(true);
  expect(await topics()).toEqual([]);
});

test("so it is after a clock was a year ahead, by which a mail went out", async () => {
  const { desk, clock } = await deskForTests();
  const before = clock.now;
  let refuses = false;
  const smtp = await smtpForTests({
    hideENHANCEDSTATUSCODES: true,
    onRcptTo: (_to, _session, answer) => answer(refuses ? smtpError(550, "5.7.1 Relaying denied") : null),
  });
  const delivery = deliveryTo(smtp.url, desk);
  clock.pass(365 * 86_400);
  await submitLead(contact(), desk);
  await deliverDue(delivery);
  clock.now = before;
  refuses = true;
  for (const name of ["one", "two", "three"]) await submitLead(contact({ email: `${name}@company.com` }), desk);
  await deliverDue(delivery);
  const topics = (await currentAlarms(desk)).map(({ topic }) => topic);
  expect(topics).toEqual(expect.arrayContaining(["mail-refused", "receipts-refused"]));
});

test("so it is where the mail server puts off whatever goes to visitors for longer than one that does not know them yet", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests({
    hideENHANCEDSTATUSCODES: true,
    onRcptTo: (to, _session, answer) =>
      answer(isVisitor(to) ? smtpError(450, "4.7.1 Relay access denied for now") : null),
  });
  for (const name of ["one", "two", "three"]) await submitLead(contact({ email: `${name}@company.com` }), desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  const topics = async () => (await currentAlarms(desk)).map(({ topic }) => topic);
  clock.pass(3600);
  expect(await topics()).toEqual([]);
  clock.pass(1);
  expect(await topics()).toEqual(["receipts-refused"]);
  await submitLead(contact(), desk, () => "K7QD2");
  expect(await expectsReceipt("K7QD2", "contact", desk)).toBe(false);
});
