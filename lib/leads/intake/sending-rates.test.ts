import { expect, test } from "vitest";
import { byProgram, contact, deskForTests, inquiry } from "#lib/leads/desk-for-tests.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import type { PostSignals } from "#lib/leads/spam/spam-score.ts";
import { raiseAlarms } from "#lib/leads/watch/alarms.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { byHand, from, human, leads, namedDayByDay, noToken, refOf } from "./held-leads-for-tests.ts";
import { floodedForms } from "./sending-rates.ts";
import { submitLead } from "./submit-lead.ts";

test("the sixth lead of a network within ten minutes has a point for it, and the next one after a while has not", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 6; index++) await submitLead(from(index), desk);
  await submitLead(from(7, { senderCode: "another-network" }), desk);
  clock.pass(600);
  await submitLead(from(8), desk);

  const none = "[]";
  expect(await reasonsOf(desk)).toEqual([none, none, none, none, none, '["sender_often"]', none, none]);
  expect((await heldAs(desk)).filter(Boolean)).toEqual([]);
});

test.each<[what: string, seconds: number, reasons: string, count: number, of: "network" | "address"]>([
  ["five of a network", 599.999, '["sender_often"]', 5, "network"],
  ["five of a network", 600, "[]", 5, "network"],
  ["four of a network", 1, "[]", 4, "network"],
  ["thirty of a network", 86_399.999, '["sender_all_day"]', 30, "network"],
  ["thirty of a network", 86_400, "[]", 30, "network"],
  ["twenty-nine of a network", 600, "[]", 29, "network"],
  ["three of an address", 86_399.999, '["no_token","email_often"]', 3, "address"],
  ["three of an address", 86_400, '["no_token"]', 3, "address"],
  ["two of an address", 1, '["no_token"]', 2, "address"],
])("after %s, the next one of it %d seconds later counts %j", async (_what, seconds, reasons, count, of) => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const send = (index: number) => {
    const email = of === "address" ? "a@x.test" : `a${index}@x.test`;
    const senderCode = of === "network" ? "a-network" : `network-${index}`;
    const rest = of === "address" ? noToken : {};
    return submitLead(contact({ message: `text ${index}`, email }, { ...rest, senderCode }), desk);
  };
  for (let index = 0; index < count; index++) await send(index);
  clock.pass(seconds);
  await send(count);
  expect((await reasonsOf(desk)).at(-1)).toBe(reasons);
});

test("the thirty-first lead of a network on a day is held, stored like the first, and named to the team", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const smtp = await smtpForTests();
  for (let index = 0; index < 31; index++) {
    expect(await submitLead(from(index), desk, () => refOf(index))).toMatchObject({ status: "received" });
    clock.pass(121);
  }

  const held = await heldAs(desk);
  expect(held.slice(0, 30)).toEqual(Array(30).fill(""));
  expect(held[30]).toBe('["sender_all_day"]');
  expect(await namedDayByDay(desk, clock, smtp)).toEqual([[refOf(30)]]);
});

test("the fourth lead of an address within a day has a point, wherever it comes from, and nobody's who took their time", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const send = (index: number, rest = noToken) => {
    const email = index % 2 ? "A@x.test" : "a@X.test";
    return submitLead(from(index, { ...rest, senderCode: `network-${index}` }, { email }), desk);
  };
  for (let index = 0; index < 4; index++) await send(index);
  await submitLead(from(4, { senderCode: "network-4" }, { email: "a@x.test" }), desk);
  clock.pass(86_401);
  await send(5);

  const [none, byHand] = ["[]", '["no_token"]'];
  expect(await reasonsOf(desk)).toEqual([byHand, byHand, byHand, '["no_token","email_often"]', none, byHand]);
});

test("what somebody else sends under an address, and is held for what it is, counts for nothing against it", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 3; index++) {
    const attack = { ...byProgram, senderCode: `network-${index}` };
    await submitLead(from(index, attack, { email: "a@x.test" }), desk);
  }
  await submitLead(from(3, { ...noToken, senderCode: "network-3" }, { email: "a@x.test" }), desk);
  expect((await reasonsOf(desk)).at(-1)).toBe('["no_token"]');
});

test("after sixty senders within an hour a form holds what nobody took time over, and alarms once; the other form goes on", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 60; index++) {
    await submitLead(from(index, byHand(index)), desk);
    clock.pass(50);
  }
  await submitLead(from(60, byHand(60)), desk);
  await submitLead(inquiry({ email: "other@x.test", message: "text 61" }, byHand(61)), desk);
  await raiseAlarms(desk);
  await raiseAlarms(desk);

  const held = await heldAs(desk);
  expect(held.slice(0, 60)).toEqual(Array(60).fill(""));
  expect(held.slice(60)).toEqual(['["no_token","form_flooded"]', ""]);
  const alarms = await desk.store.db.selectFrom("outbox").selectAll().where("kind", "=", "alarm").execute();
  const flooded = alarms.filter(({ content }) => content?.includes("The contact form is flooded"));
  expect(flooded).toMatchObject([{ recipient: "alarm@dreamcode.test" }]);

  clock.pass(3600);
  await raiseAlarms(desk);
  const open = await desk.store.db.selectFrom("alarm").selectAll().execute();
  expect(open.map(({ topic }) => topic)).not.toContain("flooded:contact");
});

test.each<[what: string, changes: Partial<PostSignals>, message: string, reasons: string]>([
  ["five seconds and a token", { seconds: 5 }, "text 60", ""],
  ["five seconds, a token and two links", { seconds: 5 }, "https://aaa.com https://bbb.com", ""],
  ["less than five seconds", { seconds: 4.999 }, "text 60", '["form_flooded"]'],
  ["no token", { seconds: null }, "text 60", '["no_token","form_flooded"]'],
  ["three links", {}, "https://aaa.com https://bbb.com https://ccc.com", '["many_links","form_flooded"]'],
  ["the decoy filled in", { decoy: "filled" }, "text 60", '["decoy"]'],
])("while a form is flooded, what comes with %s is as it should be", async (_what, changes, message, reasons) => {
  const { desk } = await deskForTests({ rateLimit: true, pitchModel: () => Number.NEGATIVE_INFINITY });
  for (let index = 0; index < 60; index++) await submitLead(from(index, byHand(index)), desk);
  const signals = { ...human, ...changes };
  await submitLead(contact({ email: "luz@x.test", message }, { signals, senderCode: "luz" }), desk);

  const luz = (await leads(desk)).find(({ email }) => email === "luz@x.test");
  expect(luz?.status === "quarantined" ? luz.spam_reasons : "").toBe(reasons);
});

test.each([
  [3599.999, "quarantined"],
  [3600, "new"],
])("%d seconds after the sixty senders, what comes by hand is %s", async (seconds, status) => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 60; index++) await submitLead(from(index, byHand(index)), desk);
  clock.pass(seconds);
  await submitLead(from(60, byHand(60)), desk);
  expect((await leads(desk)).at(-1)?.status).toBe(status);
});

test("fifty-nine senders are no flood, however many more are held", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 59; index++) await submitLead(from(index, byHand(index)), desk);
  for (let index = 59; index < 99; index++) {
    await submitLead(from(index, { ...byProgram, senderCode: `network-${index}` }), desk);
  }
  await submitLead(from(99, byHand(99)), desk);
  expect((await heldAs(desk)).at(-1)).toBe("");
});

test("sixty posts of one network hold nobody else's, and the alarm is silent", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 60; index++) await submitLead(from(index, { ...noToken, senderCode: "flooder" }), desk);
  await submitLead(from(60, byHand(60)), desk);
  await raiseAlarms(desk);
  expect((await heldAs(desk)).at(-1)).toBe("");
  expect(await desk.store.db.selectFrom("alarm").selectAll().execute()).toEqual([]);
});

test("two networks that post all day hold nobody else's on that day, and what is held of theirs is named", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const smtp = await smtpForTests();
  const honest: string[] = [];
  for (let minute = 0; minute < 24 * 60; minute += 10) {
    for (const flooder of [1, 2]) {
      // A network has another code on another day.
      const senderCode = `flooder-${flooder}-${clock.now.toISOString().slice(0, 10)}`;
      await submitLead(from(minute * 2 + flooder, { ...noToken, senderCode }), desk);
    }
    if (minute % 60 === 30) {
      const ref = `H${"BCDFGHJKMNPQRSTVWXYZ23456789"[honest.length]}222`;
      await submitLead(from(10_000 + minute, byHand(minute)), desk, () => ref);
      honest.push(ref);
    }
    clock.pass(600);
  }
  const stored = await leads(desk);
  const statusOf = (ref: string) => stored.find((lead) => lead.ref === ref)?.status;
  expect(honest.map(statusOf)).toEqual(Array(24).fill("new"));

  const held = stored.filter(({ status }) => status === "quarantined");
  expect(held.length).toBeGreaterThan(100);
  const named = await namedDayByDay(desk, clock, smtp);
  expect(named.flat().toSorted()).toEqual(held.map(({ ref }) => ref).toSorted());
});

test("while hundreds of networks flood a form, who takes time is delivered and who has no script is named; one alarm tells of it", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  const smtp = await smtpForTests();
  for (let index = 0; index < 210; index++) {
    await submitLead(from(index, byHand(index)), desk);
    if (index === 150) {
      const luz = contact({ email: "luz@x.test", message: "text 1000" }, { senderCode: "luz" });
      await submitLead(luz, desk, () => "LLLLL");
      await submitLead(from(1001, byHand(1001)), desk, () => "HHHHH");
    }
    clock.pass(50);
    if (index % 5 === 0) await raiseAlarms(desk);
  }
  const stored = await leads(desk);
  expect(stored.find(({ ref }) => ref === "LLLLL")?.status).toBe("new");
  expect(stored.find(({ ref }) => ref === "HHHHH")?.status).toBe("quarantined");
  const alarms = await desk.store.db.selectFrom("outbox").selectAll().where("kind", "=", "alarm").execute();
  expect(alarms.filter(({ content }) => content?.includes("is flooded"))).toHaveLength(1);

  const held = stored.filter(({ status }) => status === "quarantined").map(({ ref }) => ref);
  expect((await namedDayByDay(desk, clock, smtp)).flat().toSorted()).toEqual(held.toSorted());
});

test("with the limits off nothing is held for coming often or fast", async () => {
  const { desk } = await deskForTests({ rateLimit: false });
  for (let index = 0; index < 70; index++) {
    await submitLead(from(index, { signals: { ...human, seconds: 0 } }, { email: "a@x.test" }), desk);
  }
  expect((await heldAs(desk)).filter(Boolean)).toEqual([]);
});

test("where no network is known, addresses stand for senders in a flood, and proofs are none", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  await submitLead(from(0, { senderCode: null }), desk);
  const [row] = await leads(desk);
  if (!row) throw new Error("It was just stored");
  const others = Array.from({ length: 59 }, (_, index) => ({
    ...row,
    digest_at: undefined,
    id: `lead-${index}`,
    ref: refOf(index + 1),
    submission_key: `lead-${index}`,
    email: `v${index}@flood.test`,
  }));
  await desk.store.db.insertInto("lead").values(others).execute();
  expect(await floodedForms(desk.store.db, desk.now())).toEqual(["contact"]);
  await desk.store.db.updateTable("lead").set({ status: "proof" }).where("id", "=", "lead-7").execute();
  expect(await floodedForms(desk.store.db, desk.now())).toEqual([]);
});

/** For each lead in the order of their coming, why it is held. */
async function heldAs(desk: LeadDesk): Promise<string[]> {
  return (await inOrder(desk)).map(({ status, spam_reasons }) => (status === "quarantined" ? spam_reasons : ""));
}

/** For each lead in the order of their coming, what speaks against it. */
async function reasonsOf(desk: LeadDesk): Promise<string[]> {
  return (await inOrder(desk)).map(({ spam_reasons }) => spam_reasons);
}

async function inOrder(desk: LeadDesk) {
  const place = ({ payload }: { payload: string }) => Number(JSON.parse(payload).message.replace("text ", ""));
  return (await leads(desk)).sort((a, b) => place(a) - place(b));
}
