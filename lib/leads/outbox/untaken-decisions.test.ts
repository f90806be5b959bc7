import { expect, test } from "vitest";
import { leadDetails } from "#lib/leads/cli/lead-details.ts";
import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import { webhookForTests } from "#lib/leads/delivery/webhook-for-tests.ts";
import { contact, deliverDue, deliveryTo, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { erasePerson } from "#lib/leads/erase/erase-person.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { currentAlarms } from "#lib/leads/watch/alarms.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { dismiss } from "./dismiss.ts";
import { retryNow } from "./outbox.ts";
import { retryLead } from "./retry-lead.ts";

test("that a lead was erased or decided about, and a program does not take it, is said until it does or somebody did it there", async () => {
  let answer = 500;
  const receiver = await webhookForTests((body) => (body.includes("lead.created") ? 204 : answer));
  const { desk, clock } = await deskForTests({ webhooks: [receiver.target] });
  const delivery = deliveryTo((await smtpForTests()).url, desk);
  await submitLead(contact(), desk, () => "K7QD2");
  await deliverDue(delivery);
  await decideLead({ ref: "K7QD2", decision: "spam", who: "command line" }, desk);
  await erasePerson("ana@company.com", desk);
  const topics = async () => (await currentAlarms(desk)).map(({ topic }) => topic);

  await deliverDue(delivery);
  clock.pass(1_799);
  expect(await topics()).toEqual([]);
  clock.pass(1);
  expect(await topics(), "while they are tried").toEqual(["program-delayed"]);
  expect((await currentAlarms(desk))[0]?.text).toMatch(/: 2\. The oldest is about K7QD2, for /);

  answer = 410;
  await retryNow(desk);
  await deliverDue(delivery);
  expect(await topics(), "once they were given up").toEqual(["decisions-untaken"]);
  expect((await currentAlarms(desk))[0]?.text).toMatch(/ that it has: 2\. The first is K7QD2 \(lead\.\w+\)/);
  expect((await leadDetails("K7QD2", desk.store))?.join("")).toContain(`history to ${receiver.target.name}: dead`);

  expect(await retryLead("K7QD2", desk)).toEqual(
    Array(2).fill(`history to ${receiver.target.name}: refused before, due now`),
  );
  await deliverDue(delivery);
  expect(await topics()).toEqual(["decisions-untaken"]);
  expect(await dismiss(desk.store.db, "%")).toEqual([]);
  expect(await dismiss(desk.store.db, "K7QD2")).toHaveLength(2);
  expect(await topics()).toEqual([]);

  await submitLead(contact({ message: "another" }), desk, () => "M4XYZ");
  await deliverDue(delivery);
  await decideLead({ ref: "M4XYZ", decision: "spam", who: "command line" }, desk);
  await deliverDue({ ...delivery, webhooks: [] });
  clock.pass(73 * 3_600);
  await deliverDue({ ...delivery, webhooks: [] });
  expect(await topics(), "a program that was taken off the list").toEqual([]);
});
