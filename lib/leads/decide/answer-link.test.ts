import { expect, test } from "vitest";
import { deliverMessage } from "#lib/leads/delivery/deliver-message.ts";
import {
  beyondDoubt,
  byProgram,
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  inquiry,
} from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { claimDue } from "#lib/leads/outbox/outbox.ts";
import { queueDigest } from "#lib/leads/watch/queue-digest.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { answerLink } from "./answer-link.ts";

const team = { leadsTo: ["ana@dreamcode.test", "beto@dreamcode.test"] };

test("a link shows the lead and one button, and changes nothing however often a program fetches it", async () => {
  const { desk, linksOf } = await notified();
  const before = await all(desk);
  for (const path of Object.values(linksOf("ana"))) {
    for (let times = 0; times < 3; times++) {
      const page = await answerLink(path, desk, false);
      expect(page?.status).toBe(200);
      expect(page?.html).toContain("Two engineers.");
      expect(page?.html.match(/<form /g) ?? []).toHaveLength(path.includes("/not-spam/") ? 0 : 1);
      expect(page?.html).not.toMatch(/score|utm_|news\.test/i);
    }
  }
  expect(await all(desk)).toEqual(before);
});

test("what the button does is done once, doing it again is said, and the history names who did what and when", async () => {
  const { desk, clock, linksOf } = await notified();
  clock.pass(90);
  const first = await answerLink(linksOf("ana").mine, desk, true);
  const again = await answerLink(linksOf("ana").mine, desk, true);
  clock.pass(30);
  await answerLink(linksOf("beto").answered, desk, true);

  expect(titleOf(first)).toBe("K7QD2 is yours.");
  expect(titleOf(again)).toBe("K7QD2 was taken from your mailbox already.");
  expect(again?.html).not.toContain("<form");
  expect(await history(desk)).toEqual([
    ["taken", "ana@dreamcode.test", "2026-11-21T12:01:30.000Z"],
    ["answered", "beto@dreamcode.test", "2026-11-21T12:02:00.000Z"],
  ]);
  expect(await status(desk)).toBe("open");
});

test("whoever else has the notice is told who takes it, in the same thread, and takes it over by their own link", async () => {
  const { desk, smtp, delivery, linksOf } = await notified();
  await answerLink(linksOf("ana").mine, desk, true);
  expect((await answerLink(linksOf("beto").mine, desk, false))?.html).toContain(
    "Taken by ana, 2026-11-21 07:00 (Bogota)",
  );
  await answerLink(linksOf("beto").mine, desk, true);
  await deliverDue(delivery);

  const told = smtp.mails.filter(({ mail }) => mail.messageId?.startsWith("<decided."));
  // They are sent at the same time.
  expect(told.map(({ to, mail }) => [...to, mail.subject]).toSorted()).toEqual([
    ["ana@dreamcode.test", "[K7QD2] Taken by beto@dreamcode.test"],
    ["beto@dreamcode.test", "[K7QD2] Taken by ana@dreamcode.test"],
  ]);
  const thread = new Set(smtp.mails.map(({ mail }) => mail.references));
  expect([...thread]).toEqual([expect.stringMatching(/^<[\w-]{36}@dreamcode\.test>$/)]);
});

test("the page of what was taken or answered leads to a button that takes it back", async () => {
  const { desk, clock, linksOf } = await notified();
  for (const decision of ["mine", "answered"] as const) {
    clock.pass(60);
    const done = await answerLink(linksOf("ana")[decision], desk, true);
    const back = /"(\/team\/[^"]+\/open\/[^"]+)"/.exec(done?.html ?? "")?.[1] ?? "";
    expect(titleOf(await answerLink(back, desk, false))).toBe("Is K7QD2 still to be answered?");
    clock.pass(60);
    const opened = await answerLink(back, desk, true);
    expect(titleOf(opened)).toBe("K7QD2 is to be answered again.");
    expect(titleOf(await answerLink(back, desk, true))).toBe("Nobody has taken K7QD2.");
    expect(opened?.html).toContain(linksOf("ana").mine);
    // It is in the mail of one inquiry, which a client may be sent.
    expect(opened?.html).not.toContain("/held/");
  }
  expect(await status(desk)).toBe("new");
});

test("spam by a button stops what waits, and “not spam” brings the receipt back", async () => {
  const { desk, linksOf } = await notified({ isReceiptSent: false, rateLimit: true });
  const { spam, "not-spam": notSpam } = linksOf("ana");
  const page = await answerLink(spam, desk, true);
  expect(titleOf(page)).toBe("K7QD2 is spam now.");
  expect(page?.html).toContain(notSpam);
  expect([await status(desk), await receipt(desk)]).toEqual(["spam", "cancelled"]);

  await answerLink(notSpam, desk, true);
  expect([await status(desk), await receipt(desk)]).toEqual(["new", "pending"]);
});

test.each([
  ["not-spam", "pending", "new"],
  ["mine", "pending", "open"],
  // A receipt would promise an answer to somebody who has it.
  ["answered", undefined, "open"],
] as const)("of what is held, %s releases it: its receipt is %s", async (decision, sent, becomes) => {
  const { desk, linksOf } = await notified({ lead: byProgram });
  await answerLink(linksOf("ana")[decision], desk, true);
  expect([await status(desk), await receipt(desk)]).toEqual([becomes, sent]);
});

test("the page says what taking or answering does beside, where the inquiry is held", async () => {
  const held = await notified({ lead: byProgram });
  const real = await notified();
  for (const decision of ["mine", "answered"] as const) {
    expect((await answerLink(held.linksOf("ana")[decision], held.desk, false))?.html).toContain("real inquiry");
    expect((await answerLink(real.linksOf("ana")[decision], real.desk, false))?.html).not.toContain("real inquiry");
  }
});

test("a link is worth nothing for another lead, decision or mail, and nothing that is not ours is one", async () => {
  const { desk, linksOf } = await notified();
  await submitLead(contact({ message: "Another." }), desk, () => "M4XYZ");
  const { spam, mine } = linksOf("ana");
  const foreign = linksOf("beto").spam.split("/").at(-1) ?? "";
  const wrong = [
    spam.replace("K7QD2", "M4XYZ"),
    spam.replace("/spam/", "/answered/"),
    spam.replace("/spam/", "/erase/"),
    spam.replace(/[^/]*$/, foreign),
    mine.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
    spam.replace("K7QD2/spam", "held"),
    `${spam}/`,
    `${spam}x`,
    "/team/",
    "/team/x/K7QD2/spam/x",
    `/team/00000000-0000-4000-8000-000000000000/K7QD2/spam/${foreign}`,
  ];
  for (const path of wrong) expect(await answerLink(path, desk, true), path).toBeUndefined();
  expect(await history(desk)).toEqual([]);
});

test.each([
  [90 * 86_400, 200],
  [90 * 86_400 + 1, 410],
])("%d seconds after its mail a link answers %d", async (seconds, expected) => {
  const { desk, clock, linksOf } = await notified();
  clock.pass(seconds);
  const page = await answerLink(linksOf("ana").spam, desk, true);
  expect(page?.status).toBe(expected);
  expect(await status(desk)).toBe(expected === 200 ? "spam" : "new");
});

test("the morning's mail leads to one page with all that is held, the likeliest first, a button each", async () => {
  const { desk, clock } = await deskForTests({ leadsTo: ["ana@dreamcode.test"] });
  const smtp = await smtpForTests();
  await submitLead(beyondDoubt(), desk, () => "B2222");
  await submitLead(inquiry({ message: "Real, <b>maybe</b>." }, byProgram), desk, () => "K7QD2");
  clock.pass(86_400);
  await queueDigest(desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  const digest = smtp.mails.find(({ mail }) => mail.subject?.startsWith("To be decided"))?.mail.text ?? "";
  const list = pathsIn(digest).find((path) => path.includes("/held/")) ?? "";

  const page = await answerLink(list, desk, true);
  expect(titleOf(page)).toBe("To be decided: 2");
  expect(page?.html.indexOf("K7QD2")).toBeLessThan(page?.html.indexOf("B2222") ?? 0);
  expect(page?.html).toContain("Real, &#x3C;b>maybe&#x3C;/b>.");
  const forms = Array.from(page?.html.matchAll(/<form method="post" action="([^"]+)"/g) ?? [], ([, path = ""]) => path);
  expect(forms).toHaveLength(4);
  expect(await history(desk)).toEqual([]);

  const decided = await Promise.all([0, 3].map((index) => answerLink(forms[index] ?? "", desk, true)));
  expect(decided.map(titleOf)).toEqual(["K7QD2 is a real inquiry now.", "B2222 is spam now."]);
  for (const each of decided) expect(each?.html).toContain(list);
  expect(titleOf(await answerLink(list, desk, false))).toBe("Everything is decided");
});

test("a link in the mail of an amendment shows the inquiry and what amends it, and names the inquiry", async () => {
  const { desk, smtp, delivery } = await notified({ lead: { key: "one-form" } });
  await submitLead(contact({ message: "Three engineers." }, { key: "one-form" }), desk);
  await deliverDue(delivery);
  const mail = smtp.mails.find(({ mail }) => mail.subject?.includes("K7QD2-2"))?.mail.text ?? "";
  const page = await answerLink(pathsIn(mail).find((path) => path.includes("/mine/")) ?? "", desk, false);
  expect(titleOf(page)).toBe("Do you take K7QD2?");
  expect(page?.html).toMatch(/Two engineers\..*Three engineers\./s);
  const taken = await answerLink(pathsIn(mail).find((path) => path.includes("/mine/")) ?? "", desk, true);
  expect(taken?.html).toContain("I have answered K7QD2<");
});

test("of a lead that was erased a link shows nothing and does nothing", async () => {
  const { desk, linksOf } = await notified();
  await desk.store.db.updateTable("lead").set({ status: "erased", payload: "{}" }).execute();
  const page = await answerLink(linksOf("ana").spam, desk, true);
  expect(page?.status).toBe(410);
  expect(page?.html).not.toContain("engineers");
  expect(await status(desk)).toBe("erased");
});

test("two people who decide at the same moment do so one after the other", async () => {
  const { desk, linksOf } = await notified({ lead: byProgram });
  const both = await Promise.all(["ana", "beto"].map((who) => answerLink(linksOf(who)["not-spam"], desk, true)));
  expect(both.map(titleOf).toSorted()).toEqual(["K7QD2 counts as a real inquiry.", "K7QD2 is a real inquiry now."]);
  expect(await history(desk)).toHaveLength(1);
});

/** A lead whose notices two people have. */
async function notified({ lead = {}, isReceiptSent = true, rateLimit = false } = {}) {
  const { desk, clock } = await deskForTests({ ...team, rateLimit });
  const smtp = await smtpForTests();
  const attribution = { first: { utm_source: "utm_source", referrer: "https://news.test/a" } };
  await submitLead(contact({}, { attribution, ...lead }), desk, () => "K7QD2");
  const delivery = deliveryTo(smtp.url, desk);
  if (isReceiptSent) await deliverDue(delivery);
  else
    for (const message of await claimDue(desk, 2))
      await deliverMessage(message, delivery, new AbortController().signal);
  const linksOf = (who: string) => {
    const text = smtp.mails.find(({ to, mail }) => to[0]?.startsWith(who) && mail.messageId?.includes("notify"))?.mail
      .text;
    const paths = pathsIn(text ?? "");
    const of = (decision: string) => paths.find((path) => path.includes(`/${decision}/`)) ?? "";
    return { "not-spam": of("not-spam"), spam: of("spam"), answered: of("answered"), mine: of("mine") };
  };
  return { desk, clock, smtp, delivery, linksOf };
}

function pathsIn(text: string): string[] {
  return Array.from(text.matchAll(/https:\/\/www\.dreamcode\.test(\/team\/\S+)/g), ([, path = ""]) => path);
}

function titleOf(page: { html: string } | undefined): string | undefined {
  return /<h1>([^<]*)/.exec(page?.html ?? "")?.[1];
}

async function history({ store }: Pick<LeadDesk, "store">) {
  const rows = await store.db.selectFrom("history").selectAll().orderBy("at").execute();
  return rows.map(({ what, who, at }) => [what, who, at]);
}

async function status({ store }: Pick<LeadDesk, "store">) {
  const lead = await store.db.selectFrom("lead").select("status").where("ref", "=", "K7QD2").executeTakeFirst();
  return lead?.status;
}

async function receipt({ store }: Pick<LeadDesk, "store">) {
  const row = await store.db.selectFrom("outbox").select("state").where("kind", "=", "receipt").executeTakeFirst();
  return row?.state;
}

async function all({ store: { db } }: LeadDesk) {
  return Promise.all(
    (["lead", "outbox", "history"] as const).map((table) => db.selectFrom(table).selectAll().execute()),
  );
}
