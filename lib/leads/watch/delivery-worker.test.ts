import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { expect, onTestFinished, test, vi } from "vitest";
import type { MessageKind } from "#lib/leads/channels.ts";
import { type DeliveryDesk, deliverMessage } from "#lib/leads/delivery/deliver-message.ts";
import { webhookForTests, webhookSecret } from "#lib/leads/delivery/webhook-for-tests.ts";
import {
  beyondDoubt,
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  newsletter,
  states,
} from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { claimDue, recordAttempt, renewLease } from "#lib/leads/outbox/outbox.ts";
import { outboxRow } from "#lib/leads/outbox/outbox-row.ts";
import { webhookTarget } from "#lib/leads/webhook-target.ts";
import { smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { deliveryNote } from "./delivery-note.ts";
import { startWorker } from "./delivery-worker.ts";

const accepted = { class: "sent", code: 250, reply: "250 2.6.0" } as const;
const failed = { class: "transient", code: null, reply: "ESOCKET CONN" } as const;

test("a worker delivers what is there and what comes, each mail once", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(contact({ message: "before" }), desk);

  const worker = startWorker(deliveryTo(smtp.url, desk));
  await submitLead(contact({ message: "after" }), desk);
  await expect.poll(() => smtp.mails.length).toBe(4);
  await worker.stop();

  expect(new Set(smtp.mails.map(({ mail }) => mail.messageId)).size).toBe(4);
  expect(await states(desk)).toEqual({ notify: ["sent", "sent"], receipt: ["sent", "sent"] });
  const attempts = await desk.store.db.selectFrom("attempt").selectAll().execute();
  expect(attempts.map(({ code, reply, class: result }) => [code, reply, result])).toEqual(
    Array(4).fill([250, "250 2.6.0", "sent"]),
  );
});

test("a worker notes that mail is delivered, and takes the note away when it stops", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests();
  const worker = startWorker(deliveryTo(smtp.url, desk));
  await expect.poll(() => deliveryNote.isFresh(desk)).toBe(true);
  await worker.stop();
  expect(await deliveryNote.isFresh(desk)).toBe(false);
});

test("twenty leads go through five conversations at a time", async () => {
  const { desk } = await deskForTests();
  let open = 0;
  let most = 0;
  const isBusy = Promise.withResolvers<void>();
  const smtp = await smtpForTests({
    onMailFrom(_address, _session, answer) {
      open += 1;
      most = Math.max(most, open);
      if (most === 5) isBusy.resolve();
      answer();
    },
    async onMessage() {
      await isBusy.promise;
      open -= 1;
    },
  });
  for (let index = 0; index < 20; index++) await submitLead(contact({ message: `${index}` }), desk);

  const worker = startWorker(deliveryTo(smtp.url, desk));
  await expect.poll(() => smtp.mails.length).toBe(40);
  await worker.stop();

  expect(most).toBe(5);
});

test("a mail server that is down loses nothing: the mails go out when it is back", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  await smtp.close();
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact(), desk);

  await deliverDue(delivery);
  expect(await states(desk)).toEqual({ notify: ["pending"], receipt: ["pending"] });
  expect(await desk.store.counts()).toEqual({ pending: 2, dead: 0 });
  const [row] = await desk.store.db.selectFrom("outbox").selectAll().execute();
  expect(row).toMatchObject({ attempts: 1, last_class: "transient", last_reply: "ESOCKET CONN", lease_token: null });
  const wait = Date.parse(row?.next_at ?? "") - clock.now.getTime();
  expect(wait).toBeGreaterThanOrEqual(24_000);
  expect(wait).toBeLessThanOrEqual(36_000);

  const again = await smtpForTests({ port: smtp.port });
  await deliverDue(delivery);
  expect(again.mails).toHaveLength(0);
  clock.pass(36);
  await deliverDue(delivery);
  expect(again.mails).toHaveLength(2);
  expect(await states(desk)).toEqual({ notify: ["sent"], receipt: ["sent"] });
});

test("while nothing listens where the mail server should, one mail at a time asks again, and all go out once it is back", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests();
  await smtp.close();
  for (let count = 0; count < 10; count += 1) await submitLead(contact({ message: `text ${count}` }), desk);
  const attempts = async () => (await desk.store.db.selectFrom("attempt").select("id").execute()).length;

  const worker = startWorker(deliveryTo(smtp.url, desk));
  // Those that began before the first had failed, and one.
  await expect.poll(attempts).toBeGreaterThan(5);
  expect(await attempts()).toBeLessThan(10);
  const again = await smtpForTests({ port: smtp.port });
  await desk.store.db.updateTable("outbox").set({ next_at: desk.now().toISOString() }).execute();
  await expect.poll(() => again.mails.length).toBe(20);
  await worker.stop();
});

test("who restarts the worker need not wait for the next attempt", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(contact(), desk);
  await desk.store.db.updateTable("outbox").set({ attempts: 7, next_at: "2026-11-21T16:00:00.000Z" }).execute();

  const worker = startWorker(deliveryTo(smtp.url, desk));
  await expect.poll(() => smtp.mails.length).toBe(2);
  await worker.stop();
});

test("a message is given up 72 hours after its first attempt, not after its lead", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests({ onRcptTo: (_address, _session, answer) => answer(smtpError(451)) });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact(), desk);

  clock.pass(100 * 3600);
  await deliverDue(delivery);
  clock.pass(71 * 3600);
  await deliverDue(delivery);
  expect(await states(desk)).toEqual({ notify: ["pending"], receipt: ["pending"] });

  clock.pass(5 * 3600);
  await deliverDue(delivery);
  expect(await states(desk)).toEqual({ notify: ["dead"], receipt: ["dead"] });
  expect(await desk.store.counts()).toEqual({ pending: 0, dead: 1 });
  expect(await claimDue(delivery, 10)).toEqual([]);
});

test("conversations in which a server falls silent keep nothing from those that come after them for long", async () => {
  const { desk, clock } = await deskForTests();
  let asked = 0;
  const smtp = await smtpForTests({
    onRcptTo: (_address, _session, answer) => (++asked > 5 ? answer(null) : undefined),
  });
  for (let index = 1; index <= 5; index++)
    await submitLead(newsletter({ email: `ana${index}@company${index}.com` }), desk);
  const worker = startWorker(deliveryTo(smtp.url, desk));
  await expect.poll(() => asked).toBe(5);
  await submitLead(contact({ message: "later" }), desk);
  clock.pass(14);
  await expect.poll(() => desk.store.counts()).toMatchObject({ pending: 12 });
  expect(asked).toBe(5);

  clock.pass(2);
  await expect.poll(() => smtp.mails.some(({ mail }) => mail.text?.includes("later"))).toBe(true);
  await worker.stop();
});

test("a recipient who keeps ten conversations waiting gets no more of them, and the others get theirs", async () => {
  const { desk, clock } = await deskForTests({ leadsTo: ["slow@dreamcode.test", "sales@dreamcode.test"] });
  let asked = 0;
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) => {
      if (address !== "slow@dreamcode.test") return answer(null);
      asked += 1;
    },
  });
  for (let index = 1; index <= 16; index++) await submitLead(contact({ message: `${index}` }), desk);
  const worker = startWorker(deliveryTo(smtp.url, desk));
  for (let round = 1; round <= 6; round++) {
    await expect.poll(() => asked).toBe(Math.min(5 * round, 10));
    clock.pass(16);
  }
  await expect.poll(() => smtp.mails.filter(({ to }) => to[0] === "sales@dreamcode.test").length).toBe(16);
  expect(asked).toBe(10);
  await worker.stop();
});

test("receipts that a server keeps waiting keep nothing from the team", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) => (address.endsWith("dreamcode.test") ? answer(null) : undefined),
  });
  const worker = startWorker(deliveryTo(smtp.url, desk));
  for (let index = 1; index <= 12; index++) {
    await submitLead(contact({ email: `ana${index}@company${index}.com`, message: `${index}` }), desk);
    // Its receipt, and those before it, wait from now on.
    await expect.poll(() => smtp.mails.length).toBe(index);
  }
  await worker.stop();
});

test("a program that is told of leads and does not answer keeps nothing from the team and from visitors", async () => {
  const smtp = await smtpForTests();
  const url = await silentProgram();
  const webhooks = [webhookTarget(url, { secrets: [webhookSecret], mayBePrivate: true })];
  const { desk } = await deskForTests({ webhooks, plausibleUrl: url });
  const worker = startWorker(deliveryTo(smtp.url, desk));
  for (let index = 1; index <= 8; index++) {
    await submitLead(contact({ email: `ana${index}@company${index}.com`, message: `${index}` }), desk);
    // Within the 15 seconds that the first of them is waited for.
    await expect.poll(() => smtp.mails.length, { timeout: 10_000 }).toBe(2 * index);
  }
  await worker.stop();
});

test("a program that does not answer keeps nothing from another one", async () => {
  const smtp = await smtpForTests();
  const url = await silentProgram();
  const receiver = await webhookForTests();
  const webhooks = [webhookTarget(url, { secrets: [webhookSecret], mayBePrivate: true }), receiver.target];
  const { desk } = await deskForTests({ webhooks });
  for (let index = 1; index <= 4; index++)
    await submitLead(contact({ email: `ana${index}@company${index}.com`, message: `${index}` }), desk);
  const worker = startWorker(deliveryTo(smtp.url, desk));
  // Within the 15 seconds that the first of them is waited for.
  await expect.poll(() => receiver.got.length, { timeout: 10_000 }).toBe(4);
  await worker.stop();
});

test("one recipient that is refused keeps nothing from the others", async () => {
  const { desk } = await deskForTests({ leadsTo: ["gone@dreamcode.test", "sales@dreamcode.test"] });
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) => answer(address.startsWith("gone") ? smtpError(550) : null),
  });
  await submitLead(contact(), desk);

  await deliverDue(deliveryTo(smtp.url, desk));

  expect(smtp.mails.map(({ to }) => to[0]).sort()).toEqual(["Ana@company.com", "sales@dreamcode.test"]);
  const refused = await desk.store.db.selectFrom("attempt").selectAll().where("class", "=", "permanent").execute();
  expect(refused).toMatchObject([{ code: 550, reply: "EENVELOPE RCPT TO 550 5.1.1" }]);
});

test("leads that came while nobody was named go to everybody who is named later, once each", async () => {
  const { desk } = await deskForTests({ leadsTo: [] });
  const smtp = await smtpForTests();
  await submitLead(contact({ message: "one" }), desk);
  await submitLead(contact({ message: "two" }), desk);

  const named = { ...desk, leadsTo: ["a@dreamcode.test", "b@dreamcode.test"] };
  const worker = startWorker(deliveryTo(smtp.url, named));
  await expect.poll(() => smtp.mails.length).toBe(6);
  await worker.stop();

  const team = smtp.mails.map(({ to }) => to[0]).filter((to) => to?.endsWith("dreamcode.test"));
  expect(team.sort()).toEqual(["a@dreamcode.test", "a@dreamcode.test", "b@dreamcode.test", "b@dreamcode.test"]);
  expect(await desk.store.counts()).toEqual({ pending: 0, dead: 0 });
});

test("the message of a worker that died comes back when its lease is over, a receipt does not", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact(), desk);
  expect(await claimDue(delivery, 10)).toHaveLength(2);

  clock.pass(60);
  expect(await claimDue(delivery, 10)).toEqual([]);
  clock.pass(0.001);
  await deliverDue(delivery);

  expect(smtp.mails.map(({ to }) => to)).toEqual([["sales@dreamcode.test"]]);
  expect(await states(desk)).toEqual({ notify: ["sent"], receipt: ["unconfirmed"] });
});

test("a lease from a clock that was far ahead is over in a minute, unless somebody keeps it", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  const delivery = deliveryTo(smtp.url, desk);
  const today = clock.now;
  await submitLead(contact({ message: "kept" }), desk);
  await submitLead(contact({ message: "left" }), desk);
  clock.pass(400 * 86_400);
  const claimed = await claimDue(delivery, 10);
  clock.now = today;
  const [kept] = claimed.filter(({ kind }) => kind === "notify");
  if (!kept) throw new Error("There should be a notice");

  expect(await claimDue(delivery, 10)).toEqual([]);
  clock.pass(50);
  await renewLease(kept, desk);
  clock.pass(10);
  expect(await claimDue(delivery, 10)).toEqual([]);
  clock.pass(0.001);
  await deliverDue(delivery);

  expect(smtp.mails).toHaveLength(1);
  expect((await states(desk)).notify?.toSorted()).toEqual(["leased", "sent"]);
  expect((await states(desk)).receipt).toEqual(["unconfirmed", "unconfirmed"]);
});

test("a worker that lost its lease cannot record over the one that has it", async () => {
  const { desk, clock } = await deskForTests();
  const delivery = deliveryTo("smtp://127.0.0.1:1", desk);
  await submitLead(contact(), desk);
  const late = (await claimDue(delivery, 10)).find(({ kind }) => kind === "notify");
  clock.pass(61);
  const [current] = await claimDue(delivery, 10);
  if (!late || !current) throw new Error("Both should have claimed the notice");
  expect(current.id).toBe(late.id);

  clock.pass(20);
  await renewLease(late, delivery);
  expect(await leaseOf(late.id, desk)).toBe(current.lease_until);
  expect(await recordAttempt(late, failed, 1, delivery)).toBe(false);
  expect((await states(desk)).notify).toEqual(["leased"]);
  expect(await recordAttempt(late, accepted, 1, delivery)).toBe(false);
  expect((await states(desk)).notify).toEqual(["leased"]);
  expect(await recordAttempt(current, accepted, 1, delivery)).toBe(true);
  expect((await states(desk)).notify).toEqual(["sent"]);
});

test("the lease is kept while a slow server takes its time", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { desk, clock } = await deskForTests();
  const slow = Promise.withResolvers<void>();
  const smtp = await smtpForTests({ onMessage: () => slow.promise });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact(), desk);
  const [notice] = await claimDue(delivery, 1);
  if (!notice) throw new Error("There should be a notice");
  const conversation = deliverMessage(notice, delivery, new AbortController().signal);

  for (let seconds = 0; seconds < 600; seconds += 20) {
    clock.pass(20);
    vi.advanceTimersByTime(20_000);
    await vi.waitFor(async () => expect(await leaseOf(notice.id, desk)).toBe(inOneMinute(clock.now)), {
      timeout: 20_000,
    });
    expect((await claimDue(delivery, 10)).filter(({ kind }) => kind === "notify")).toEqual([]);
  }
  slow.resolve();
  await conversation;

  expect((await states(desk)).notify).toEqual(["sent"]);
  expect(smtp.mails).toHaveLength(1);
});

test("a lease that cannot be renewed is reported, and the conversation goes on", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { desk, reported } = await deskForTests();
  const slow = Promise.withResolvers<void>();
  const smtp = await smtpForTests({ onMessage: () => slow.promise });
  await submitLead(contact(), desk);
  const [notice] = await claimDue(desk, 1);
  if (!notice) throw new Error("There should be a notice");
  const conversation = deliverMessage(notice, deliveryTo(smtp.url, desk), new AbortController().signal);

  await sql`ALTER TABLE outbox RENAME TO away`.execute(desk.store.db);
  vi.advanceTimersByTime(20_000);
  await vi.waitFor(() => expect(reported).toHaveLength(1), { timeout: 20_000 });
  expect(reported[0]).toMatch(new RegExp(`^lease of ${notice.id} not renewed: (Error ERR_SQLITE_ERROR|error 42P01)`));
  await sql`ALTER TABLE away RENAME TO outbox`.execute(desk.store.db);
  slow.resolve();
  await conversation;

  expect((await states(desk)).notify).toEqual(["sent"]);
});

test("a receipt that the server may have taken is not sent again, a notice is, under the same Message-ID", async () => {
  const { desk, clock } = await deskForTests();
  const ids: (string | undefined)[] = [];
  const smtp = await smtpForTests();
  const delivery: DeliveryDesk = {
    ...deliveryTo(smtp.url, desk),
    mailer: {
      send: async ({ messageId }) => {
        ids.push(messageId);
        return { class: "ambiguous", code: null, reply: "ECONNECTION CONN" };
      },
    },
  };
  await submitLead(contact(), desk);

  await deliverDue(delivery);
  clock.pass(36);
  await deliverDue(deliveryTo(smtp.url, desk));

  expect(await states(desk)).toEqual({ notify: ["sent"], receipt: ["unconfirmed"] });
  expect(smtp.mails.map(({ mail }) => mail.messageId)).toEqual(ids.filter((id) => id?.includes(".notify.")));
});

test("a lead that cannot be made into a mail stops no other", async () => {
  const { desk, reported } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(contact({ message: "broken" }), desk);
  await desk.store.db.updateTable("lead").set({ payload: "not JSON" }).execute();
  await submitLead(contact({ message: "whole" }), desk);

  await deliverDue(deliveryTo(smtp.url, desk));

  expect(smtp.mails.filter(({ to }) => to[0] === "sales@dreamcode.test")).toHaveLength(1);
  expect(await states(desk)).toMatchObject({ notify: ["pending", "sent"] });
  expect(reported).toEqual([expect.stringMatching(/^message .* not composed: SyntaxError/), expect.anything()]);
});

test("a worker goes on after the store failed, and says that it did", async () => {
  const { desk, reported } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(contact(), desk);
  await sql`ALTER TABLE outbox RENAME TO away`.execute(desk.store.db);

  const worker = startWorker(deliveryTo(smtp.url, desk));
  await expect.poll(() => reported.some((line) => line.startsWith("outbox not read"))).toBe(true);
  await sql`ALTER TABLE away RENAME TO outbox`.execute(desk.store.db);
  await expect.poll(() => smtp.mails.length).toBe(2);
  await worker.stop();
});

test.each<[duty: string, everyMs: number, options: Partial<LeadDesk>, prepare: Prepare, done: Done, times: number[]]>([
  ["writes to ALARM_TO of what is wrong", 5_000, {}, giveUp, mailsOf("alarm"), [1, 2]],
  ["tells the team of what is held", 5_000, {}, hold, mailsOf("digest"), [1, 2]],
  ["accounts for the day", 5_000, { dailyProof: true }, letADayPass, mailsOf("reconciliation"), [1, 2]],
  ["reports on the month", 5_000, { reportTo: ["ceo@dreamcode.test"] }, letAMonthPass, mailsOf("report"), [1, 2]],
  ["erases what is too old", 3_600_000, {}, growOld, erased, [1, 5]],
])(
  "a worker %s when it starts, and again after %d milliseconds, no sooner",
  async (_duty, everyMs, options, prepare, done, [first, second]) => {
    let ms = 0;
    const clockOfProcess = vi.spyOn(performance, "now").mockImplementation(() => ms);
    onTestFinished(() => clockOfProcess.mockRestore());
    const { desk, clock } = await deskForTests(options);
    const smtp = await smtpForTests();
    await prepare(desk, clock);

    // Once what came after a first mail is sent as well, whatever a round does is done.
    const roundIsOver = async () => {
      for (const message of [randomUUID(), randomUUID()]) {
        const lead = await submitLead(contact({ email: "postmaster@company.com", message }), desk);
        const ref = lead.status === "received" ? lead.ref : "";
        await expect.poll(() => smtp.mails.some(({ mail }) => mail.subject?.includes(ref))).toBe(true);
      }
    };

    const worker = startWorker({ ...deliveryTo(smtp.url, desk), retentionDays: 20 });
    await expect.poll(() => done(desk)).toBe(first);
    await roundIsOver();

    await prepare(desk, clock);
    ms += everyMs - 1;
    await roundIsOver();
    expect(await done(desk)).toBe(first);
    ms += 1;
    await expect.poll(() => done(desk)).toBe(second);
    await worker.stop();
  },
  60_000,
);

test("a worker that is stopped lets open conversations end", async () => {
  const { desk } = await deskForTests();
  const slow = Promise.withResolvers<void>();
  let asked = 0;
  const smtp = await smtpForTests({
    onMessage() {
      asked += 1;
      return slow.promise;
    },
  });
  await submitLead(contact(), desk);
  const worker = startWorker(deliveryTo(smtp.url, desk));
  await expect.poll(() => asked).toBe(2);

  const stopped = worker.stop();
  slow.resolve();
  await stopped;

  expect(await states(desk)).toEqual({ notify: ["sent"], receipt: ["sent"] });
});

test("a worker that is stopped cuts what takes longer than 4 seconds and leaves nothing leased", async () => {
  const { desk } = await deskForTests();
  let asked = 0;
  const never = Promise.withResolvers<void>();
  const smtp = await smtpForTests({
    onMessage() {
      asked += 1;
      return never.promise;
    },
  });
  await submitLead(contact(), desk);
  const worker = startWorker(deliveryTo(smtp.url, desk));
  await expect.poll(() => asked).toBe(2);

  const start = performance.now();
  await worker.stop();

  const took = performance.now() - start;
  expect(took).toBeGreaterThan(3_950);
  expect(took).toBeLessThan(5_000);
  expect(await states(desk)).toEqual({ notify: ["pending"], receipt: ["unconfirmed"] });
});

type Store = Pick<DeliveryDesk, "store">;
type Clock = { pass(seconds: number): void };
type Prepare = (desk: LeadDesk, clock: Clock) => Promise<void>;
type Done = (desk: LeadDesk) => Promise<number>;

/** How many mails of a kind were sent. */
function mailsOf(kind: MessageKind): Done {
  return async ({ store }) => {
    const sent = store.db.selectFrom("outbox").select("id").where("kind", "=", kind).where("state", "=", "sent");
    return (await sent.execute()).length;
  };
}

async function erased({ store }: LeadDesk): Promise<number> {
  return (await store.db.selectFrom("lead").select("id").where("status", "=", "erased").execute()).length;
}

/** Beyond doubt, so that no worker sends its notice before it is dead. */
async function giveUp(desk: LeadDesk) {
  const { db } = desk.store;
  const submitted = await submitLead(beyondDoubt(randomUUID()), desk);
  if (submitted.status !== "received") throw new Error("A lead was refused");
  const { id, ref } = await db
    .selectFrom("lead")
    .select(["id", "ref"])
    .where("ref", "=", submitted.ref)
    .executeTakeFirstOrThrow();
  const row = outboxRow({
    lead: { id, ref },
    kind: "notify",
    recipient: "team@dreamcode.test",
    at: desk.now().toISOString(),
  });
  await db.transaction().execute(async (tx) => {
    await tx.updateTable("lead").set({ status: "new" }).where("id", "=", id).execute();
    await tx.insertInto("outbox").values(row).execute();
    await tx.updateTable("outbox").where("id", "=", row.id).set({ state: "dead", last_reply: "550" }).execute();
  });
}

async function letADayPass(desk: LeadDesk, clock: Clock) {
  await submitLead(contact({ message: `Number ${randomUUID()}` }), desk);
  clock.pass(86_400);
}

async function letAMonthPass(desk: LeadDesk, clock: Clock) {
  await submitLead(contact({ message: `Number ${randomUUID()}` }), desk);
  clock.pass(30 * 86_400);
}

async function hold(desk: LeadDesk, clock: Clock) {
  await submitLead(beyondDoubt(randomUUID()), desk);
  clock.pass(86_400);
}

/** Beyond doubt, so that nothing of it is still to be delivered; a young one beside it shows that the clock is right. */
async function growOld(desk: LeadDesk, clock: Clock) {
  await hold(desk, clock);
  clock.pass(20 * 86_400);
  await submitLead(beyondDoubt(randomUUID()), desk);
  await desk.store.db.deleteFrom("sighting").execute();
}

async function leaseOf(id: string, { store }: Store) {
  const row = await store.db.selectFrom("outbox").select("lease_until").where("id", "=", id).executeTakeFirst();
  return row?.lease_until;
}

function inOneMinute(now: Date): string {
  return new Date(now.getTime() + 60_000).toISOString();
}

/** The address of one that takes a request and never answers. */
async function silentProgram(): Promise<string> {
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  onTestFinished(() => void silent.close().closeAllConnections());
  await once(silent, "listening");
  return `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
}
