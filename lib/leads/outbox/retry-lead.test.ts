import { expect, test } from "vitest";
import { leadsCommand } from "#lib/leads/cli/cli-for-tests.ts";
import {
  anyWebhook,
  byProgram,
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  inquiry,
} from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { currentAlarms } from "#lib/leads/watch/alarms.ts";
import { webhookTarget } from "#lib/leads/webhook-target.ts";
import { smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { claimDue } from "./outbox.ts";
import { retryLead } from "./retry-lead.ts";

test("what was given up goes out when it is retried, its alarm closes, and it has 72 hours again", async () => {
  const { desk, clock } = await deskForTests();
  let code: number | undefined = 550;
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) => answer(code && address.startsWith("sales") ? smtpError(code) : null),
  });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact(), desk, () => "K7QD2");
  await deliverDue(delivery);
  expect(await topics(desk)).toEqual(["dead:K7QD2"]);
  clock.pass(100 * 60 * 60);

  expect(await retryLead("K7QD2", desk)).toEqual(["notify to sales@dreamcode.test: refused before, due now"]);

  expect(await topics(desk)).toEqual([]);
  code = 451;
  await deliverDue(delivery);
  expect(await notices(desk)).toMatchObject([{ state: "pending", attempts: 1 }]);
  code = undefined;
  expect(await retryLead("K7QD2", desk)).toEqual(["notify to sales@dreamcode.test: due now"]);
  await deliverDue(delivery);
  expect(await notices(desk)).toMatchObject([{ state: "sent" }]);
  expect(await retryLead("K7QD2", desk)).toEqual([]);
});

test("what was given up to somebody who is no longer named goes to the recipients of today, once", async () => {
  const { desk } = await deskForTests({ leadsTo: ["old@dreamcode.test", "stays@dreamcode.test"] });
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) => answer(address.startsWith("old") ? smtpError(550) : null),
  });
  await submitLead(inquiry(), desk, () => "K7QD2");
  await deliverDue(deliveryTo(smtp.url, desk));
  const today = {
    ...desk,
    leadsTo: ["stays@dreamcode.test"],
    routing: [{ country: "CA", to: ["stays@dreamcode.test", "canada@dreamcode.test"] }],
  };

  expect(await retryLead("K7QD2", today)).toEqual([
    "notify to old@dreamcode.test: refused before, goes to stays@dreamcode.test, canada@dreamcode.test instead",
  ]);

  expect(await topics(desk)).toEqual([]);
  await deliverDue(deliveryTo(smtp.url, desk));
  const told = smtp.mails.flatMap(({ to }) => to).filter((address) => address.endsWith("dreamcode.test"));
  expect(told.sort()).toEqual(["canada@dreamcode.test", "stays@dreamcode.test"]);
});

test("with nobody named any more it waits for whoever will be, and a webhook that is gone is given up for good", async () => {
  const { desk } = await deskForTests({ webhooks: [anyWebhook] });
  await submitLead(contact(), desk, () => "K7QD2");
  await desk.store.db.updateTable("outbox").set({ state: "dead" }).where("kind", "!=", "receipt").execute();

  expect(await retryLead("K7QD2", { ...desk, leadsTo: [], webhooks: [] })).toEqual([
    "notify to sales@dreamcode.test: refused before, goes to whoever will be named instead",
    "receipt to Ana@Company.com: due now",
    `webhook to ${anyWebhook.name}: given up, for LEAD_WEBHOOK_URL does not name it any more`,
  ]);

  expect(await topics(desk)).toEqual([]);
  const claimed = await claimDue({ ...desk, leadsTo: ["new@dreamcode.test"] }, 10);
  expect(claimed.map(({ kind, recipient }) => [kind, recipient])).toEqual([
    ["notify", "new@dreamcode.test"],
    ["receipt", "Ana@Company.com"],
  ]);
});

test("what waits for a program that was taken off the list is given up by a retry, and what waits for another is due", async () => {
  const other = webhookTarget("https://other.test", { secrets: [], mayBePrivate: false });
  const { desk } = await deskForTests({ webhooks: [anyWebhook, other] });
  await submitLead(contact(), desk, () => "K7QD2");
  await desk.store.db.updateTable("outbox").set({ state: "sent" }).where("kind", "!=", "webhook").execute();

  expect(await retryLead("K7QD2", { ...desk, webhooks: [other] })).toEqual([
    `webhook to ${anyWebhook.name}: given up, for LEAD_WEBHOOK_URL does not name it any more`,
    `webhook to ${other.name}: due now`,
  ]);
  expect(await desk.store.counts()).toEqual({ pending: 1, dead: 0 });
});

test("who retries where nobody is named keeps no mail back: it goes to whom the site names, and all others go on", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  await desk.store.db.updateTable("outbox").set({ state: "dead" }).where("kind", "=", "notify").execute();
  await retryLead("K7QD2", { ...desk, leadsTo: [] });
  await submitLead(contact({ message: "Another." }), desk, () => "M4XYZ");

  const claimed = await claimDue(desk, 10);
  const notified = claimed.filter(({ kind }) => kind === "notify").map(({ recipient }) => recipient);
  expect(notified).toEqual(["sales@dreamcode.test", "sales@dreamcode.test"]);
  expect((await notices(desk)).filter(({ recipient }) => recipient === "")).toEqual([]);
});

test("what was given up in its plain form goes out whole when it is retried", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  await desk.store.db.updateTable("outbox").set({ state: "dead", safe_form: 1 }).execute();

  await retryLead("K7QD2", desk);
  await deliverDue(deliveryTo(smtp.url, desk));

  expect(smtp.mails.map(({ mail }) => typeof mail.html)).toEqual(["string", "string"]);
});

test("what was given up to the fallback is the fallback's still", async () => {
  const { desk } = await deskForTests({ leadsFallbackTo: "fallback@other.test" });
  await submitLead(contact(), desk, () => "K7QD2");
  const notice = desk.store.db.updateTable("outbox").where("kind", "=", "notify");
  await notice.set({ state: "dead", recipient: "fallback@other.test" }).execute();

  expect(await retryLead("K7QD2", desk)).toContain("notify to fallback@other.test: refused before, due now");
});

test("a message that is being sent is left to its worker", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  const [claimed] = await claimDue(desk, 1);

  expect(await retryLead("K7QD2", desk)).toContain(
    "notify to sales@dreamcode.test: is being sent; should that have been cut off, it is taken up within a minute",
  );
  expect(await notices(desk)).toMatchObject([{ state: "leased", lease_token: claimed?.lease_token }]);
});

test("the command says what it did, and why it did nothing", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  await submitLead(contact({ message: "held" }, byProgram), desk, () => "H3333");
  const env = { LEADS_TO: "sales@dreamcode.test" };

  expect(await leadsCommand(["retry", "k7qd2"], place, env)).toEqual({
    exitCode: 0,
    stdout: "notify to sales@dreamcode.test: due now\nreceipt to Ana@Company.com: due now\n",
    stderr: "",
  });
  await desk.store.db.updateTable("outbox").set({ state: "sent" }).execute();
  for (const [ref, said] of [
    ["K7QD2", "Nothing of K7QD2 waits or was given up.\n"],
    ["h3333", "H3333 is held. To send it on: npm run leads -- release H3333\n"],
    ["M4XYZ", "There is no lead with the reference M4XYZ.\n"],
  ] as const) {
    expect(await leadsCommand(["retry", ref], place, env)).toEqual({ exitCode: 1, stdout: "", stderr: said });
  }
});

async function topics(desk: LeadDesk) {
  return (await currentAlarms(desk)).map(({ topic }) => topic);
}

function notices({ store }: LeadDesk) {
  return store.db.selectFrom("outbox").selectAll().where("kind", "=", "notify").execute();
}
