import { expect, test } from "vitest";
import { smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { startWorker } from "./delivery-worker.ts";
import { byProgram, contact, deliverDue, deliveryTo, deskForTests } from "./desk-for-tests.ts";
import { eraseOldLeads } from "./erase-old-leads.ts";
import type { LeadDesk } from "./lead-desk.ts";
import { submitLead } from "./submit-lead.ts";

const dayInSeconds = 86_400;

test("what is older than RETENTION_DAYS is erased, also what is held, and what is younger stays", async () => {
  const { desk, clock, reported } = await deskForTests();
  const smtp = await smtpForTests();
  const delivery = { ...deliveryTo(smtp.url, desk), retentionDays: 30 };
  await submitLead(contact({ message: "old" }), desk, () => "B2222");
  await submitLead(contact({ message: "held" }, byProgram), desk, () => "H3333");
  await deliverDue(delivery);
  clock.pass(1);
  await submitLead(contact({ message: "young" }), desk, () => "Y4444");
  await deliverDue(delivery);

  clock.pass(30 * dayInSeconds - 1);
  await eraseOldLeads(delivery);
  expect(await statuses(desk)).toEqual({ B2222: "new", H3333: "quarantined", Y4444: "new" });

  clock.pass(1);
  await Promise.all([eraseOldLeads(delivery), eraseOldLeads(delivery)]);
  await eraseOldLeads(delivery);

  expect(await statuses(desk)).toEqual({ B2222: "erased", H3333: "erased", Y4444: "new" });
  expect(reported).toEqual(["leads older than RETENTION_DAYS erased: 2"]);
});

test("what is still to reach the team stays until it did, or was given up", async () => {
  const { desk, clock } = await deskForTests();
  let code: number | undefined = 451;
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) => answer(code && address.startsWith("sales") ? smtpError(code) : null),
  });
  const delivery = { ...deliveryTo(smtp.url, desk), retentionDays: 30 };
  await submitLead(contact({ message: "waits, and is given up" }), desk, () => "D2222");
  await submitLead(contact({ message: "waits, and is delivered" }), desk, () => "W3333");
  clock.pass(40 * dayInSeconds);

  await eraseOldLeads(delivery);
  await deliverDue(delivery);
  await eraseOldLeads(delivery);
  expect(await statuses(desk)).toEqual({ D2222: "new", W3333: "new" });

  await desk.store.db
    .updateTable("outbox")
    .set({ state: "dead" })
    .where("message_id", "like", "<D2222.notify%")
    .execute();
  await eraseOldLeads(delivery);
  expect(await statuses(desk)).toEqual({ D2222: "erased", W3333: "new" });

  code = undefined;
  clock.pass(3600);
  await deliverDue(delivery);
  await eraseOldLeads(delivery);
  expect(await statuses(desk)).toEqual({ D2222: "erased", W3333: "erased" });
  expect(smtp.mails.filter(({ to }) => to[0]?.startsWith("sales"))).toHaveLength(1);
});

test.each([
  [undefined, "new"],
  [30, "erased"],
])("a worker with RETENTION_DAYS %j: a lead of 31 days is %s once it has started", async (retentionDays, status) => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(contact(), desk, () => "B2222");
  await deliverDue(deliveryTo(smtp.url, desk));
  clock.pass(31 * dayInSeconds);
  await submitLead(contact({ message: "today" }), desk, () => "Y4444");

  const worker = startWorker({ ...deliveryTo(smtp.url, desk), retentionDays });
  await expect.poll(() => smtp.mails, { timeout: 10_000 }).toHaveLength(4);
  await worker.stop();

  expect(await statuses(desk)).toEqual({ B2222: status, Y4444: "new" });
});

test("more than are erased at once are all erased", async () => {
  const { desk, clock } = await deskForTests();
  for (let index = 0; index < 401; index++) await submitLead(contact({ message: `${index}` }, byProgram), desk);
  clock.pass(2 * dayInSeconds);

  await eraseOldLeads({ ...desk, retentionDays: 1 });

  expect(new Set(Object.values(await statuses(desk)))).toEqual(new Set(["erased"]));
});

async function statuses({ store }: LeadDesk): Promise<Record<string, string>> {
  const rows = await store.db.selectFrom("lead").select(["ref", "status"]).orderBy("ref").execute();
  return Object.fromEntries(rows.map(({ ref, status }) => [ref, status]));
}
