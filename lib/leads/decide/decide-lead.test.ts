import { expect, test } from "vitest";
import { leadStats } from "#lib/leads/count/lead-stats.ts";
import { leadEventSchema } from "#lib/leads/delivery/lead-event.ts";
import { webhookForTests } from "#lib/leads/delivery/webhook-for-tests.ts";
import {
  anyWebhook,
  beyondDoubt,
  byProgram,
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  newsletter,
} from "#lib/leads/desk-for-tests.ts";
import { erasePerson } from "#lib/leads/erase/erase-person.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { claimDue, recordAttempt } from "#lib/leads/outbox/outbox.ts";
import { currentAlarms } from "#lib/leads/watch/alarms.ts";
import { queueReconciliation } from "#lib/leads/watch/queue-reconciliation.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { decideLead } from "./decide-lead.ts";
import type { Decision } from "./decision.ts";

test("the program that was told of a lead hears what becomes of it, each time, and of its erasure without a name", async () => {
  const receiver = await webhookForTests();
  const { desk, clock } = await deskForTests({ webhooks: [receiver.target] });
  const smtp = await smtpForTests();
  const step = async (act: Promise<unknown>) => {
    await act;
    await deliverDue(deliveryTo(smtp.url, desk));
    clock.pass(1);
  };
  await step(submitLead(contact(), desk, () => "K7QD2"));
  for (const decision of ["mine", "spam", "not-spam", "spam", "mine", "answered", "open"] as const) {
    await step(say(decision, "K7QD2", desk));
  }
  await step(erasePerson("ana@company.com", desk));

  const events = receiver.got.map(({ body }) => leadEventSchema.parse(JSON.parse(body)));
  expect(events.map(({ type }) => type)).toEqual([
    "lead.created",
    "lead.spam",
    "lead.released",
    "lead.spam",
    "lead.released",
    "lead.answered",
    "lead.reopened",
    "lead.erased",
  ]);
  expect(events[1]).toEqual({
    type: "lead.spam",
    timestamp: "2026-11-21T12:00:02.000Z",
    data: { ref: "K7QD2", by: "ana@dreamcode.test" },
  });
  expect(JSON.stringify(events.slice(1))).not.toMatch(/company|Torres/);
});

test("nobody is written to because a colleague calls spam what was held", async () => {
  for (const [submission, told] of [
    [contact({}, byProgram), 0],
    [contact({}), 1],
  ] as const) {
    const { desk } = await deskForTests({ leadsTo: ["ana@dreamcode.test", "beto@dreamcode.test"] });
    const smtp = await smtpForTests();
    await submitLead(submission, desk, () => "K7QD2");
    await deliverDue(deliveryTo(smtp.url, desk));
    await say("spam", "K7QD2", desk);
    const mails = await desk.store.db.selectFrom("outbox").select("id").where("kind", "=", "decided").execute();
    expect(mails).toHaveLength(told);
  }
});

test("a colleague whose notice is late is told who took the lead, and is not told that it is real by two mails", async () => {
  for (const [submission, decision, told] of [
    [contact(), "mine", 1],
    [beyondDoubt(), "mine", 1],
    [beyondDoubt(), "not-spam", 0],
  ] as const) {
    const { desk, clock } = await deskForTests({ leadsTo: ["ana@dreamcode.test", "beto@dreamcode.test"] });
    await submitLead(submission, desk, () => "K7QD2");
    clock.pass(60);
    await say(decision, "K7QD2", desk);
    const rows = await desk.store.db.selectFrom("outbox").select(["kind", "recipient"]).execute();
    expect(rows.filter(({ kind }) => kind === "decided")).toHaveLength(told);
    expect(rows.filter(({ kind }) => kind === "notify")).toHaveLength(2);
  }
});

test("whoever said “mine” first can take back what a colleague took over since", async () => {
  const { desk, clock } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  const mine = (who: string) => {
    clock.pass(1);
    return decideLead({ ref: "K7QD2", decision: "mine", who }, desk);
  };
  const [ana, beto] = ["ana@dreamcode.test", "beto@dreamcode.test"];
  for (const who of [ana, beto, ana, beto]) expect(await mine(who)).toBe("done");
  expect(await mine(beto)).toBe("already");
});

test("what was taken or answered by mistake is opened again: colleagues hear it, and no answer counts until the next one", async () => {
  const { desk, clock } = await deskForTests({ leadsTo: ["ana@dreamcode.test", "beto@dreamcode.test"] });
  await submitLead(contact(), desk, () => "K7QD2");
  expect(await say("open", "K7QD2", desk)).toBe("already");
  for (const decision of ["mine", "answered"] as const) {
    clock.pass(60);
    expect(await say(decision, "K7QD2", desk)).toBe("done");
    expect(await statuses(desk)).toEqual({ K7QD2: "open" });
    clock.pass(60);
    expect(await say("open", "K7QD2", desk)).toBe("done");
    expect(await statuses(desk)).toEqual({ K7QD2: "new" });
    expect(await say("open", "K7QD2", desk)).toBe("already");
    expect(await leadStats(desk.store, "UTC")).toMatchObject({ answer: undefined, unanswered: 1 });
  }
  clock.pass(60);
  expect(await say("answered", "K7QD2", desk)).toBe("done");
  expect(await leadStats(desk.store, "UTC")).toMatchObject({ answer: { leads: 1, slowest: 300_000 }, unanswered: 0 });
  const told = await desk.store.db.selectFrom("outbox").select("content").where("kind", "=", "decided").execute();
  expect(told.map(({ content }) => JSON.parse(content ?? "{}").subject)).toContain(
    "[K7QD2] To be answered again, says ana@dreamcode.test",
  );
});

test.each(["quarantined", "spam"] as const)(
  "of what is %s nobody has said that they answer it, so nothing is opened again",
  async (marked) => {
    const { desk } = await deskForTests();
    await submitLead(contact({}, byProgram), desk, () => "K7QD2");
    if (marked === "spam") await say("spam", "K7QD2", desk);
    expect(await say("open", "K7QD2", desk)).toBe("already");
    expect(await statuses(desk)).toEqual({ K7QD2: marked });
  },
);

test("what was taken back is open again though something that amends it, or all of it, was marked since", async () => {
  for (const marked of ["an amendment", "all"] as const) {
    const { desk, clock } = await deskForTests({ leadsTo: ["ana@dreamcode.test", "beto@dreamcode.test"] });
    await submitLead(contact({ message: "Two engineers." }, sameForm), desk, () => "K7QD2");
    await say("mine", "K7QD2", desk);
    clock.pass(60);
    if (marked === "all") await decideLead({ ref: "K7QD2", decision: "spam", who: "beto@dreamcode.test" }, desk);
    else await submitLead(contact({ message: "Three engineers." }, { ...sameForm, ...byProgram }), desk);
    clock.pass(60);
    expect([marked, await say("open", "K7QD2", desk)]).toEqual([marked, "done"]);
    expect(Object.values(await statuses(desk))).toEqual(marked === "all" ? ["new"] : ["new", "new"]);
    expect(await leadStats(desk.store, "UTC")).toMatchObject({ unanswered: 1, answer: undefined });
  }
});

test("what was taken, called spam and then called real is still whose it was", async () => {
  const { desk, clock } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  for (const decision of ["mine", "spam", "not-spam"] as const) {
    clock.pass(60);
    await say(decision, "K7QD2", desk);
  }
  expect(await statuses(desk)).toEqual({ K7QD2: "open" });
  expect(await leadStats(desk.store, "UTC")).toMatchObject({ unanswered: 0 });

  await say("spam", "K7QD2", desk);
  expect(await say("mine", "K7QD2", desk), "by whoever had taken it").toBe("done");
  expect(await statuses(desk)).toEqual({ K7QD2: "open" });
});

test("after a clock was put back, what is said last counts", async () => {
  const { desk, clock } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  await say("mine", "K7QD2", desk);
  await say("open", "K7QD2", desk);
  clock.pass(-3600);
  expect(await say("mine", "K7QD2", desk)).toBe("done");
  expect(await say("mine", "K7QD2", desk)).toBe("already");
  expect(await leadStats(desk.store, "UTC")).toMatchObject({ unanswered: 0 });
});

test("a sign-up for the newsletter waits for no answer, and counts as none", async () => {
  const { desk } = await deskForTests();
  await submitLead(newsletter(), desk, () => "N3333");
  await say("answered", "N3333", desk);
  expect(await leadStats(desk.store, "UTC")).toMatchObject({ answer: undefined, unanswered: 0 });
});

test("spam brings nothing back of an amendment that was erased", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact({ message: "Two engineers." }, sameForm), desk, () => "K7QD2");
  await submitLead(contact({ message: "Three engineers." }, sameForm), desk);
  await desk.store.db.updateTable("lead").set({ status: "erased" }).where("ref", "=", "K7QD2-2").execute();
  expect(await say("spam", "K7QD2", desk)).toBe("done");
  expect(await statuses(desk)).toEqual({ K7QD2: "spam", "K7QD2-2": "erased" });
});

test("what is said by the mail of an amendment is said of the inquiry, which it belongs to", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact({ message: "Two engineers." }, sameForm), desk, () => "K7QD2");
  await submitLead(contact({ message: "Three engineers." }, sameForm), desk);
  await say("answered", "K7QD2-2", desk);
  expect((await leadStats(desk.store, "UTC")).answer).toMatchObject({ leads: 1 });
  expect(await say("answered", "K7QD2", desk)).toBe("already");
});

test("a colleague who has nothing but the amendment is told who takes the inquiry", async () => {
  const { desk } = await deskForTests({ leadsTo: ["ana@dreamcode.test"] });
  await submitLead(contact({ message: "Two engineers." }, sameForm), desk, () => "K7QD2");
  await submitLead(contact({ message: "Three engineers." }, sameForm), { ...desk, leadsTo: ["carla@dreamcode.test"] });
  await desk.store.db.updateTable("outbox").set({ state: "sent" }).execute();

  await decideLead({ ref: "K7QD2", decision: "mine", who: "ana@dreamcode.test" }, desk);

  const told = await desk.store.db.selectFrom("outbox").select("recipient").where("kind", "=", "decided").execute();
  expect(told).toEqual([{ recipient: "carla@dreamcode.test" }]);
});

test("whoever releases what amends a held inquiry releases both, and its sender gets the receipt", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  await submitLead(contact({ message: "Two engineers." }, { ...byProgram, ...sameForm }), desk, () => "K7QD2");
  await submitLead(contact({ message: "Three engineers." }, sameForm), desk);
  await say("not-spam", "K7QD2-2", desk);
  expect(await statuses(desk)).toEqual({ K7QD2: "new", "K7QD2-2": "new" });
  const receipts = await desk.store.db.selectFrom("outbox").select("id").where("kind", "=", "receipt").execute();
  expect(receipts).toHaveLength(1);
});

test("an amendment that was held is confirmed when somebody releases it, once", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  await submitLead(contact({ message: "Two engineers." }, sameForm), desk, () => "K7QD2");
  await submitLead(contact({ message: "Three engineers." }, { ...byProgram, ...sameForm }), desk);
  await say("not-spam", "K7QD2-2", desk);
  await say("spam", "K7QD2-2", desk);
  await say("not-spam", "K7QD2-2", desk);
  const query = desk.store.db.selectFrom("outbox").innerJoin("lead", "lead.id", "outbox.lead_id").select("ref");
  const receipts = await query.where("kind", "=", "receipt").where("state", "=", "pending").execute();
  expect(receipts.map(({ ref }) => ref).toSorted()).toEqual(["K7QD2", "K7QD2-2"]);
});

test("of an inquiry that was called spam with what amends it, all that waited to be confirmed comes back", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  await submitLead(contact({ message: "Two engineers." }, sameForm), desk, () => "K7QD2");
  await submitLead(contact({ message: "Three engineers." }, sameForm), desk);
  for (const decision of ["spam", "not-spam"] as const) await say(decision, "K7QD2", desk);
  const receipts = await desk.store.db.selectFrom("outbox").select("state").where("kind", "=", "receipt").execute();
  expect(receipts).toEqual([{ state: "pending" }, { state: "pending" }]);
});

test("an amendment may be spam alone, and stays so when the inquiry is answered", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact({ message: "Two engineers." }, sameForm), desk, () => "K7QD2");
  await submitLead(contact({ message: "Cheap pills." }, sameForm), desk);
  await say("spam", "K7QD2-2", desk);
  await say("answered", "K7QD2", desk);
  expect(await statuses(desk)).toEqual({ K7QD2: "open", "K7QD2-2": "spam" });
  await say("not-spam", "K7QD2-2", desk);
  expect(await statuses(desk)).toEqual({ K7QD2: "open", "K7QD2-2": "new" });
});

test("each program that was told hears what becomes of a lead, and one that came later does not", async () => {
  const [one, two, later] = [await webhookForTests(), await webhookForTests(), await webhookForTests()];
  const { desk } = await deskForTests({ webhooks: [one.target, two.target] });
  const smtp = await smtpForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  await deliverDue(deliveryTo(smtp.url, desk));
  const today = { ...desk, webhooks: [later.target, two.target, one.target] };
  await say("answered", "K7QD2", today);
  await erasePerson("ana@company.com", today);
  await deliverDue(deliveryTo(smtp.url, today));
  const types = ({ got }: typeof one) => got.map(({ body }) => JSON.parse(body).type).toSorted();
  for (const told of [one, two]) expect(types(told)).toEqual(["lead.answered", "lead.created", "lead.erased"]);
  expect(types(later)).toEqual([]);
});

test("a program that is just being told of a lead hears what becomes of it, too", async () => {
  const { desk } = await deskForTests({ webhooks: [anyWebhook] });
  await submitLead(contact(), desk, () => "K7QD2");
  await desk.store.db.updateTable("outbox").set({ state: "leased" }).where("kind", "=", "webhook").execute();
  await say("spam", "K7QD2", desk);
  const told = await desk.store.db.selectFrom("outbox").select("content").where("kind", "=", "history").execute();
  expect(told.map(({ content }) => JSON.parse(content ?? "{}").type)).toEqual(["lead.spam"]);
});

test("a program hears of what was held once it is released, and nothing of what never was", async () => {
  const receiver = await webhookForTests();
  const { desk } = await deskForTests({ webhooks: [receiver.target] });
  const smtp = await smtpForTests();
  await submitLead(contact({ message: "one" }, byProgram), desk, () => "K7QD2");
  await submitLead(contact({ message: "two" }, byProgram), desk, () => "M4XYZ");
  await say("not-spam", "K7QD2", desk);
  await say("spam", "M4XYZ", desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  const told = receiver.got.map(({ body }) => JSON.parse(body)).map(({ type, data }) => `${data.ref} ${type}`);
  expect(told.toSorted()).toEqual(["K7QD2 lead.created", "K7QD2 lead.released"]);
});

test("the time to the answer counts from the inquiry to whatever was said first of it, in the statistics and the account of the day", async () => {
  const { desk, clock } = await deskForTests({ dailyProof: true });
  for (const [ref, minutes] of [
    ["B2222", 3],
    ["C3333", 10],
    ["D4444", 180],
  ] as const) {
    await submitLead(contact({ message: ref }), desk, () => ref);
    clock.pass(minutes * 60);
    await say(ref === "C3333" ? "answered" : "mine", ref, desk);
    clock.pass(60);
    await say("answered", ref, desk);
  }
  await submitLead(contact({ message: "nobody" }), desk);
  const { answer } = await leadStats(desk.store, "UTC");
  expect(answer).toEqual({ leads: 3, median: 600_000, slowest: 10_800_000 });
  expect((await leadStats(desk.store, "UTC", { since: "2026-11-21T15:30:00.000Z" })).answer).toBeUndefined();

  clock.pass(86_400);
  await queueReconciliation(desk);
  const account = await desk.store.db
    .selectFrom("outbox")
    .select("content")
    .where("kind", "=", "reconciliation")
    .executeTakeFirst();
  expect(JSON.parse(account?.content ?? "{}").text).toContain(
    "Answered or taken for the first time: 3, after 10 min in the median, 3 h at the slowest",
  );
});

test("what was given up of a lead counts no more once it is spam", async () => {
  const { desk } = await deskForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  await desk.store.db.updateTable("outbox").set({ state: "dead" }).where("kind", "=", "notify").execute();
  expect(await desk.store.counts()).toMatchObject({ dead: 1 });
  await say("spam", "K7QD2", desk);
  expect(await desk.store.counts()).toEqual({ pending: 0, dead: 0 });
});

test.each([
  ["put off", { class: "transient", code: 451, reply: "451 later" }],
  ["refused for good", { class: "permanent", code: 550, reply: "550 5.1.1 gone" }],
] as const)(
  "what was being sent when a lead was called spam, and is %s, is not tried again or told to others, until it is called real",
  async (_what, outcome) => {
    const { desk, clock } = await deskForTests({
      leadsTo: ["ana@dreamcode.test"],
      leadsFallbackTo: "fallback@dreamcode.test",
      webhooks: [anyWebhook],
    });
    const smtp = await smtpForTests();
    await submitLead(contact(), desk, () => "K7QD2");
    const open = await claimDue(desk, 3);
    expect(open.map(({ kind }) => kind).toSorted()).toEqual(["notify", "receipt", "webhook"]);

    await say("spam", "K7QD2", desk);
    for (const message of open) expect(await recordAttempt(message, outcome, 1, desk)).toBe(true);

    const rows = desk.store.db.selectFrom("outbox").select("state").where("lead_id", "is not", null);
    expect((await rows.execute()).map(({ state }) => state)).toEqual(["cancelled", "cancelled", "cancelled"]);
    expect(await currentAlarms(desk)).toEqual([]);
    clock.pass(3_600);
    await deliverDue({ ...deliveryTo(smtp.url, desk), webhooks: [] });
    expect(smtp.mails.map(({ to }) => to[0])).toEqual([]);

    await say("not-spam", "K7QD2", desk);
    await deliverDue({ ...deliveryTo(smtp.url, desk), webhooks: [] });
    expect(smtp.mails.map(({ to }) => to[0]).toSorted()).toEqual(["Ana@company.com", "ana@dreamcode.test"]);
  },
);

function say(decision: Decision, ref: string, desk: LeadDesk) {
  return decideLead({ ref, decision, who: "ana@dreamcode.test" }, desk);
}

const sameForm = { key: "one-form" };

async function statuses({ store }: LeadDesk) {
  const rows = await store.db.selectFrom("lead").select(["ref", "status"]).execute();
  return Object.fromEntries(rows.map(({ ref, status }) => [ref, status]));
}
