import { expect, test } from "vitest";
import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import type { DeliveryDesk } from "#lib/leads/delivery/deliver-message.ts";
import { contact, deliverDue, deliveryTo, deskForTests, inquiry, newsletter } from "#lib/leads/desk-for-tests.ts";
import { erasePerson } from "#lib/leads/erase/erase-person.ts";
import type { LeadSubmission } from "#lib/leads/intake/lead-submission.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { currentAlarms } from "./alarms.ts";
import { queueUnreachable } from "./queue-unreachable.ts";

const leadsTo = ["sales@dreamcode.test", "ana@dreamcode.test"];

test("who has the notice is told in its thread, once, that the client's address was refused, with the other ways to them", async () => {
  const { delivery, smtp, unreachable } = await site({ refused: "ana@gmial.com" });
  const phone = "604-555-0199";
  const ref = await submitted(inquiry({ email: "ana@gmial.com", phone }), delivery);
  await deliverDue(delivery);
  await queueUnreachable(delivery);
  await queueUnreachable(delivery);
  await deliverDue(delivery);

  expect(unreachable().map(({ to }) => to[0])).toEqual(expect.arrayContaining(leadsTo));
  expect(unreachable()).toHaveLength(2);
  const [told] = unreachable();
  const notice = smtp.mails.find(({ mail }) => mail.subject?.includes("Acme"));
  const thread = (each = notice) => each?.mail.headers.find(({ key }) => key === "references")?.value;
  expect(thread(told)).toBe(thread());
  expect(told?.mail.subject).toBe(`[${ref}] Their address does not work`);
  expect(told?.mail.text).toContain("The confirmation to ana@gmial.com was refused: 550 5.1.1.");
  expect(told?.mail.text).toContain("Did they mean ana@gmail.com?");
  expect(told?.mail.text).toContain("Ana Torres, Acme");
  expect(told?.mail.html).toContain('href="tel:+16045550199"');
  expect(told?.mail.text).toMatch(/Answered: https:\/\/www\.dreamcode\.test\/team\//);
});

test("so it is where the server names the address only once it has the message, whole and as plain text", async () => {
  const { desk } = await deskForTests({ leadsTo });
  const smtp = await smtpForTests({
    hideENHANCEDSTATUSCODES: true,
    onMessage({ to }) {
      if (to.includes("ana@gmial.com")) throw smtpError(550, "5.1.1 <ana@gmial.com>: User unknown");
    },
  });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact({ email: "ana@gmial.com" }), desk);
  for (let round = 0; round < 2; round++) await deliverDue(delivery);
  await queueUnreachable(delivery);
  await deliverDue(delivery);
  const told = smtp.mails.filter(({ mail }) => mail.subject?.includes("Their address does not work"));
  expect(told.map(({ to }) => to[0])).toEqual(expect.arrayContaining(leadsTo));
});

test("so it is where nothing takes mail for its domain, and the mail server is not asked to", async () => {
  const { delivery, smtp, unreachable } = await site({
    takesNoMail: async (address) => address.endsWith("@nowhere.test"),
  });
  await submitLead(contact({ email: "ana@nowhere.test" }), delivery);
  await submitLead(contact({ email: "eva@company.test" }), delivery);
  await deliverDue(delivery);
  await queueUnreachable(delivery);
  await deliverDue(delivery);

  expect(unreachable()).toHaveLength(2);
  expect(unreachable()[0]?.mail.text).toContain("to ana@nowhere.test was refused: nothing takes mail for its domain.");
  expect(unreachable()[0]?.mail.text).toContain("They left no telephone number.");
  expect(smtp.mails.filter(({ to }) => to[0]?.endsWith("@nowhere.test"))).toEqual([]);
  expect(smtp.mails.filter(({ to }) => to[0] === "eva@company.test")).toHaveLength(1);
});

test("of an address that our own mail server cannot write to nobody is told that it does not work", async () => {
  const { delivery, smtp, unreachable } = await site({ hideSMTPUTF8: true });
  await submitLead(contact({ email: "josé@company.com" }), delivery);
  await deliverDue(delivery);
  await queueUnreachable(delivery);
  await deliverDue(delivery);

  expect(smtp.mails.filter(({ to }) => to[0]?.startsWith("jos"))).toEqual([]);
  expect(unreachable()).toHaveLength(0);
  const told = smtp.mails.filter(({ mail }) => mail.subject?.endsWith("They got no confirmation"));
  expect(told).toHaveLength(2);
  expect(told[0]?.mail.text).toContain("The address may well be right.");
});

test("of who signed up without a name the mail has no empty line in their place", async () => {
  const { delivery, unreachable } = await site({ refused: "ana@gmial.com" });
  await submitLead(newsletter({ email: "ana@gmial.com" }), delivery);
  await deliverDue(delivery);
  await queueUnreachable(delivery);
  await deliverDue(delivery);
  expect(unreachable()).toHaveLength(2);
  expect(unreachable()[0]?.mail.text).not.toMatch(/\n{3}/);
});

test("who has no notice yet is told after it", async () => {
  let isTeamRefused = true;
  const { delivery, clock, unreachable } = await site({
    refused: "ana@gmial.com",
    isRefused: (address) => isTeamRefused && leadsTo.includes(address),
  });
  await submitLead(contact({ email: "ana@gmial.com" }), delivery);
  await deliverDue(delivery);
  await queueUnreachable(delivery);
  expect(await queued(delivery)).toEqual([]);

  isTeamRefused = false;
  clock.pass(3600);
  await deliverDue(delivery);
  await queueUnreachable(delivery);
  await deliverDue(delivery);
  expect(unreachable()).toHaveLength(2);
});

test("who gets the notice after a colleague was told is told after it as well", async () => {
  let late: string | undefined = "ana@dreamcode.test";
  const { delivery, clock, unreachable } = await site({
    refused: "ana@gmial.com",
    isRefused: (address) => address === late,
  });
  const run = async () => {
    await deliverDue(delivery);
    await queueUnreachable(delivery);
    await deliverDue(delivery);
    return unreachable().map(({ to }) => to[0]);
  };
  await submitLead(contact({ email: "ana@gmial.com" }), delivery);
  expect(await run()).toEqual(["sales@dreamcode.test"]);

  late = undefined;
  clock.pass(3600);
  expect(await run()).toEqual(["sales@dreamcode.test", "ana@dreamcode.test"]);
});

test.each(["was not set", "refused us"])(
  "after more than a week in which the mail server %s, they are told of the address that it refuses then",
  async (what) => {
    let isRefusing = what === "refused us";
    const { delivery, clock, unreachable } = await site({
      refused: "ana@gmial.com",
      onMailFrom: () => (isRefusing ? smtpError(535) : null),
    });
    await submitLead(contact({ email: "ana@gmial.com" }), delivery);
    if (isRefusing) await deliverDue(delivery);
    clock.pass(8 * 24 * 3600);
    isRefusing = false;
    for (let times = 0; times < 2; times++) await deliverDue(delivery);
    await queueUnreachable(delivery);
    await deliverDue(delivery);
    expect(unreachable()).toHaveLength(2);
  },
);

test("a rule of the mail server is nothing about the address, and neither is a text that it refuses", async () => {
  const email = "ana@gmial.com";
  for (const refusal of [
    { refused: email, words: "5.7.1 relaying denied" },
    {
      onMessage: ({ to }: { to: string[] }) => {
        if (to[0] === email) throw smtpError(554);
      },
    },
  ]) {
    const { delivery, clock } = await site(refusal);
    await submitLead(contact({ email }), delivery);
    for (let times = 0; times < 3; times++) {
      await deliverDue(delivery);
      // It is given up.
      clock.pass(37 * 3600);
    }
    await queueUnreachable(delivery);
    expect(await queued(delivery)).toEqual([]);
  }
});

test("words without a code, which may be said of every visitor, are believed of one while others get their receipts", async () => {
  const account = "While your account is pending approval, all recipients must share its domain";
  let isOnTrial = true;
  const isFor = (address: string) => leadsTo.includes(address);
  const { delivery, clock } = await site({ isRefused: (address) => isOnTrial && !isFor(address), refusal: account });
  const sendFor = async (...emails: string[]) => {
    for (const email of emails) await submitLead(contact({ email }), delivery);
    await deliverDue(delivery);
    await queueUnreachable(delivery);
  };
  await sendFor("a@one.com", "b@two.com", "c@three.com");
  expect(await queued(delivery)).toEqual([]);
  expect((await currentAlarms(delivery)).map(({ topic }) => topic)).toContain("receipts-refused");

  isOnTrial = false;
  clock.pass(3600);
  await sendFor("d@four.com");
  isOnTrial = true;
  await sendFor("gone@five.com");
  expect(await queued(delivery)).toHaveLength(leadsTo.length);
});

test("nobody is told of who was erased or called spam, or of what is older than a week", async () => {
  const refused = "ana@gmial.com";
  const after = {
    erased: ({ delivery }: Site) => erasePerson(refused, delivery),
    spam: ({ delivery }: Site, ref: string) =>
      decideLead({ ref, decision: "spam", who: "sales@dreamcode.test" }, delivery),
    old: ({ clock }: Site) => clock.pass(8 * 24 * 3600),
  };
  for (const [what, happen] of Object.entries(after)) {
    const it = await site({ refused });
    const ref = await submitted(contact({ email: refused }), it.delivery);
    await deliverDue(it.delivery);
    await happen(it, ref);
    await queueUnreachable(it.delivery);
    await deliverDue(it.delivery);
    expect([what, it.unreachable()]).toEqual([what, []]);
  }
});

test("of what was called spam by mistake the team hears that its address takes no mail, once it is none", async () => {
  const refused = "ana@gmial.com";
  const { delivery, clock, unreachable } = await site({ refused });
  const ref = await submitted(contact({ email: refused }), delivery);
  await deliverDue(delivery);
  await queueUnreachable(delivery);
  for (const decision of ["spam", "not-spam"] as const) {
    clock.pass(60);
    await decideLead({ ref, decision, who: "sales@dreamcode.test" }, delivery);
  }
  expect(unreachable()).toEqual([]);
  await deliverDue(delivery);
  await queueUnreachable(delivery);
  await deliverDue(delivery);
  expect(unreachable()).toHaveLength(2);
});

async function submitted(submission: LeadSubmission, desk: Site["delivery"]): Promise<string> {
  const taken = await submitLead(submission, desk);
  if (taken.status !== "received") throw new Error(taken.status);
  return taken.ref;
}

function queued({ store }: DeliveryDesk) {
  return store.db.selectFrom("outbox").select("recipient").where("kind", "=", "unreachable").execute();
}

type Site = Awaited<ReturnType<typeof site>>;

async function site({
  refused = "",
  words = "5.1.1 no such user",
  isRefused = (address: string) => address === refused,
  refusal,
  onMailFrom = () => null,
  onMessage = () => undefined,
  hideSMTPUTF8 = false,
  ...changes
}: {
  refused?: string;
  words?: string;
  isRefused?(address: string): boolean;
  /** The words of those, instead of "for now". */
  refusal?: string;
  onMailFrom?(): Error | null;
  onMessage?(mail: { to: string[] }): void;
  hideSMTPUTF8?: boolean;
} & Partial<DeliveryDesk>) {
  const { desk, clock } = await deskForTests({ leadsTo });
  const smtp = await smtpForTests({
    hideENHANCEDSTATUSCODES: true,
    hideSMTPUTF8,
    onMessage,
    onMailFrom: (_address, _session, answer) => answer(onMailFrom()),
    onRcptTo({ address }, _session, answer) {
      if (address === refused) return answer(smtpError(550, words));
      answer(isRefused(address) ? (refusal ? smtpError(550, refusal) : smtpError(451)) : null);
    },
  });
  const unreachable = () => smtp.mails.filter(({ mail }) => mail.subject?.includes("does not work"));
  return {
    delivery: { ...desk, ...deliveryTo(smtp.url, desk), ...changes },
    clock,
    smtp,
    unreachable,
  };
}
