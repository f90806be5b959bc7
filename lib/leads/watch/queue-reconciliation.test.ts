import { expect, test } from "vitest";
import { beyondDoubt, contact, deliverDue, deliveryTo, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { importSpool } from "#lib/leads/intake/spool-import.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import type { MessageState } from "#lib/leads/store/lead-database.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { submitDailyProof } from "./daily-proof.ts";
import { queueReconciliation } from "./queue-reconciliation.ts";

const team = ["a@dreamcode.test", "b@dreamcode.test"];

test("at noon one mail says what became of each lead of the day, however many workers write it", async () => {
  const { desk, clock } = await deskForTests({ dailyProof: true, leadsTo: team });
  const smtp = await smtpForTests();
  await submitDailyProof(desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  for (const states of [
    ["sent", "dead"],
    ["sent", "pending"],
    ["leased", "dead"],
    ["pending", "pending"],
    ["dead", "dead"],
    // Somebody dismissed what was given up.
    ["cancelled", "cancelled"],
  ] as const) {
    await leadWith(states, desk);
  }
  await submitLead(beyondDoubt("held"), desk);
  clock.pass(86_399);
  const erased = await leadWith(["cancelled", "cancelled"], desk);
  await desk.store.db.updateTable("lead").set({ status: "erased" }).where("ref", "=", erased).execute();
  const lost = await leadWith(["pending", "pending"], desk);
  await desk.store.db.deleteFrom("outbox").where("message_id", "like", `<${lost}.%`).execute();
  clock.pass(1);
  await leadWith(["sent", "sent"], desk);

  await Promise.all([queueReconciliation(desk), queueReconciliation(desk)]);
  clock.pass(86_399);
  await queueReconciliation(desk);

  const [{ recipient, content } = { recipient: "", content: "{}" }, ...others] = await accounts(desk);
  expect(others).toEqual([]);
  expect(recipient).toBe("alarm@dreamcode.test");
  expect(JSON.parse(content ?? "")).toEqual({
    subject: "Inquiries of the day: stored 9, delivered 2",
    text: [
      "From 2026-11-21 07:00 (Bogota) to 2026-11-22 07:00 (Bogota):",
      "",
      "Stored: 9",
      "Delivered to the team: 2",
      "Waiting to be delivered: 2",
      "Held as likely spam, with no mail of its own: 1",
      "Given up: 2",
      "Erased before they were delivered: 1",
      "WITHOUT ANY MESSAGE: 1. Look at these: npm run leads -- list",
      "",
      "The daily proof arrived.",
    ].join("\n"),
    stored: { "2026-11-21T12:00:00.000Z/2026-11-22T12:00:00.000Z": 9 },
  });
});

test("what waited in the spool while its day was accounted for is in the next account, or in one of a week, and once", async () => {
  const { desk, clock } = await deskForTests({ dailyProof: true, leadsTo: team });
  await leadWith(["sent", "sent"], desk);
  const at = desk.now().toISOString();
  const importLate = async (ref: string) => {
    const fields = { name: "Ana Torres", email: "ana@company.com", message: ref };
    desk.spool.keep({ ref, key: ref, at, submission: contact({ message: ref }), fields });
    await importSpool(desk);
  };
  const dayPasses = async () => {
    clock.pass(86_400);
    await queueReconciliation(desk);
    const { content } = (await accounts(desk)).find(({ queued_at }) => queued_at === desk.now().toISOString()) ?? {};
    return JSON.parse(content ?? "{}").text;
  };

  expect(await dayPasses()).toContain("Stored: 1\nDelivered to the team: 1\n");
  await importLate("SPOOL2");
  expect(await dayPasses()).toBe(
    [
      "From 2026-11-22 07:00 (Bogota) to 2026-11-23 07:00 (Bogota):",
      "",
      "Stored: 0",
      "Delivered to the team: 0",
      "Waiting to be delivered: 0",
      "Held as likely spam, with no mail of its own: 0",
      "Given up: 0",
      "",
      "STORED LATE, not in the account of 2026-11-21 07:00 (Bogota) to 2026-11-22 07:00 (Bogota): 1. Of that day, as it is now:",
      "Stored: 2",
      "Delivered to the team: 1",
      "Waiting to be delivered: 1",
      "Held as likely spam, with no mail of its own: 0",
      "Given up: 0",
    ].join("\n"),
  );
  expect(await dayPasses()).not.toContain("STORED LATE");
  await importLate("SPOOL3");
  expect(await dayPasses()).toMatch(/STORED LATE, .* to 2026-11-22 07:00 \(Bogota\): 1\. .*\nStored: 3\n/);
  expect(await dayPasses()).not.toContain("STORED LATE");
});

test("a day without leads is accounted for, too, and goes to the team where nobody is named for alarms", async () => {
  const { desk, clock } = await deskForTests({ dailyProof: true, leadsTo: team, alarmTo: [] });
  const smtp = await smtpForTests();
  await submitLead(contact(), desk);
  clock.pass(86_400);
  await queueReconciliation(desk);
  await submitDailyProof(desk);
  clock.pass(86_400);
  await queueReconciliation(desk);
  await deliverDue(deliveryTo(smtp.url, desk));

  const mails = smtp.mails.filter(({ mail }) => mail.subject?.startsWith("Inquiries of the day"));
  const sent = mails.map(({ to, mail }) => `${to} ${mail.subject}`);
  expect(sent.toSorted()).toEqual([
    "a@dreamcode.test Inquiries of the day: stored 0, delivered 0",
    "a@dreamcode.test Inquiries of the day: stored 1, delivered 0",
    "b@dreamcode.test Inquiries of the day: stored 0, delivered 0",
    "b@dreamcode.test Inquiries of the day: stored 1, delivered 0",
  ]);
  // On the first day nobody had asked for a proof; on the second there was one, and it waited.
  const saysMissing = mails.map(({ mail }) => mail.text?.includes("THE DAILY PROOF DID NOT ARRIVE."));
  expect(saysMissing.toSorted()).toEqual([false, false, true, true]);
  expect(mails[0]?.mail.text).not.toContain("WITHOUT");
});

test("of the days before anything was stored there is no account", async () => {
  const { desk, clock } = await deskForTests({ dailyProof: true });
  clock.pass(-3_600);
  await submitDailyProof(desk);
  await queueReconciliation(desk);
  expect(await accounts(desk)).toEqual([]);

  clock.pass(3_600);
  await queueReconciliation(desk);
  expect(await accounts(desk)).toHaveLength(1);
});

test("without DAILY_PROOF no account is written", async () => {
  const { desk } = await deskForTests();
  await queueReconciliation(desk);
  expect(await accounts(desk)).toEqual([]);
});

/** A lead whose notices, one for each of the team, are in these states. */
async function leadWith([a, b]: readonly [MessageState, MessageState], desk: LeadDesk): Promise<string> {
  const submitted = await submitLead(contact({ message: `${a} ${b} ${desk.now().toISOString()}` }), desk);
  if (submitted.status !== "received") throw new Error("A lead was refused");
  const mine = `<${submitted.ref}.%`;
  for (const [recipient, state] of [
    [team[0], a],
    [team[1], b],
  ] as const) {
    await desk.store.db
      .updateTable("outbox")
      .set({ state })
      .where("message_id", "like", mine)
      .where("recipient", "=", recipient ?? "")
      .execute();
  }
  return submitted.ref;
}

function accounts({ store }: LeadDesk) {
  return store.db.selectFrom("outbox").selectAll().where("kind", "=", "reconciliation").execute();
}
