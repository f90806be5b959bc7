import { sql } from "kysely";
import { expect, test } from "vitest";
import { leadDetails } from "#lib/leads/cli/lead-details.ts";
import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import { webhookForTests } from "#lib/leads/delivery/webhook-for-tests.ts";
import {
  anyWebhook,
  application,
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  inquiry,
  states,
} from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { currentAlarms, raiseAlarms } from "#lib/leads/watch/alarms.ts";
import { leadHealth } from "#lib/leads/watch/lead-health.ts";
import { certificateForTests } from "#lib/mail/certificates-for-tests.ts";
import { refuseCommand, refuseMessage, smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { type ClaimedMessage, claimDue, recordAttempt, renewLease, retryNow } from "./outbox.ts";
import { outboxRow } from "./outbox-row.ts";
import { refusedMessages } from "./refused-messages.ts";

type Server = Parameters<typeof smtpForTests>[0];

type Told = { code: number; words: string; at: "MAIL" | "RCPT" | "DATA" };

const minutes = (count: number) => 60 * count;

test.each<[what: string, server: Server, result: string, waitsMinutes: [number, number]]>([
  ["the greeting says 421", { onConnect: refuseCommand(421) }, "transient", [0.4, 0.6]],
  ["the recipient is put off with 451", { onRcptTo: refuseCommand(451) }, "transient", [0.4, 0.6]],
  ["the message is put off with 450", { onMessage: refuseMessage(450) }, "transient", [0.4, 0.6]],
  ["the greeting says 554", { onConnect: refuseCommand(554) }, "configuration", [10, 10]],
  ["the sender is refused with 553", { onMailFrom: refuseCommand(553) }, "configuration", [10, 10]],
])("%s: the notice waits", async (_what, server, result, [least, most]) => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests(server);
  await submitLead(contact(), desk);

  await deliverDue(deliveryTo(smtp.url, desk));

  const notice = await noticeOf(desk);
  expect(notice).toMatchObject({ state: "pending", last_class: result, attempts: result === "transient" ? 1 : 0 });
  const waits = (Date.parse(notice.next_at) - clock.now.getTime()) / 60_000;
  expect(waits).toBeGreaterThanOrEqual(least);
  expect(waits).toBeLessThanOrEqual(most);
});

test("while the mail server refuses us one message is the probe, and all go out when it relents", async () => {
  const { desk, clock } = await deskForTests();
  let tried = 0;
  let refuses = true;
  const smtp = await smtpForTests({
    onMailFrom(_address, _session, answer) {
      tried += 1;
      answer(refuses ? smtpError(553) : null);
    },
  });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact({ message: "one" }), desk);
  await deliverDue(delivery);
  await submitLead(contact({ message: "two" }), desk);
  await deliverDue(delivery);
  expect(tried).toBe(2);

  clock.pass(minutes(10));
  await deliverDue(delivery);
  expect(tried).toBe(3);

  clock.pass(minutes(80 * 60));
  refuses = false;
  await deliverDue(delivery);
  expect(smtp.mails).toHaveLength(1);
  await deliverDue(delivery);
  expect(smtp.mails).toHaveLength(4);
  expect(await desk.store.counts()).toEqual({ pending: 0, dead: 0 });
});

test("what is due is claimed for the team before the visitors, and for each the longest waiting first", async () => {
  const { desk, clock } = await deskForTests();
  for (const ref of ["K7QD2", "M4XYZ", "B2222", "C3333"]) {
    if (ref !== "M4XYZ") clock.pass(1);
    await submitLead(contact({ message: ref }), desk, () => ref);
  }
  await desk.store.db
    .updateTable("outbox")
    .set({ next_at: "2026-11-21T12:00:10.000Z" })
    .where("message_id", "like", "<B2222.%")
    .execute();
  clock.pass(10);

  const claimed: string[] = [];
  for (let message: ClaimedMessage | undefined, round = 0; round < 9; round++) {
    [message] = await claimDue(desk, 1);
    if (message) claimed.push(message.message_id.split(".", 2).join("."));
  }
  expect(claimed.slice(0, 2).toSorted()).toEqual(["<K7QD2.notify", "<M4XYZ.notify"]);
  expect(claimed.slice(2, 4)).toEqual(["<C3333.notify", "<B2222.notify"]);
  expect(claimed.slice(4, 6).toSorted()).toEqual(["<K7QD2.receipt", "<M4XYZ.receipt"]);
  expect(claimed.slice(6)).toEqual(["<C3333.receipt", "<B2222.receipt"]);
});

test("while nobody is named to get it, a notice is claimed by no worker", async () => {
  const { desk } = await deskForTests({ leadsTo: [] });
  await submitLead(contact(), desk);
  expect((await claimDue(desk, 10)).map(({ kind }) => kind)).toEqual(["receipt"]);
  expect(await states(desk)).toEqual({ notify: ["pending"], receipt: ["leased"] });
});

test("the longest refused is the probe, and while it is under way no other mail is claimed, but a webhook is", async () => {
  const { desk, clock } = await deskForTests({ webhooks: [anyWebhook] });
  const { db } = desk.store;
  for (const [ref, at] of [
    ["K7QD2", "2026-11-21T12:10:00.000Z"],
    ["M4XYZ", "2026-11-21T12:05:00.000Z"],
  ] as const) {
    await submitLead(contact({ message: ref, email: "postmaster@company.com" }), desk, () => ref);
    await db
      .updateTable("outbox")
      .set({ last_class: "configuration", next_at: at })
      .where("message_id", "like", `<${ref}.notify%`)
      .execute();
  }
  await db.updateTable("outbox").set({ state: "sent" }).where("kind", "=", "webhook").execute();
  clock.pass(299);
  expect(await claimDue(desk, 10)).toEqual([]);
  clock.pass(1);
  const [probe, ...others] = await claimDue(desk, 10);
  expect(others).toEqual([]);
  expect(probe?.message_id).toContain("M4XYZ");
  if (!probe) return;
  // As a worker whose clock is behind writes it down.
  const other = db.updateTable("outbox").where("message_id", "like", "<K7QD2.notify%");
  await other.set({ next_at: "2026-11-21T12:04:00.000Z" }).execute();

  clock.pass(59);
  await renewLease(probe, desk);
  await submitLead(contact({ message: "comes meanwhile" }), desk, () => "B2222");
  clock.pass(59);
  await renewLease(probe, desk);
  clock.now = new Date("2026-11-21T12:10:00.000Z");
  await renewLease(probe, desk);
  expect((await claimDue(desk, 10)).map(({ kind }) => kind)).toEqual(["webhook"]);
});

test.each([
  [72 * 3600 - 1, "pending"],
  [72 * 3600, "dead"],
])(
  "%d seconds after the first attempt that was about it a notice is %s, however long we were refused before and since",
  async (seconds, state) => {
    const { desk, clock } = await deskForTests();
    let refuses = true;
    const smtp = await smtpForTests({
      onMailFrom: (_address, _session, answer) => answer(refuses ? smtpError(553) : null),
      onRcptTo: refuseCommand(451),
    });
    const delivery = deliveryTo(smtp.url, desk);
    const attempt = async () => {
      await retryNow(delivery);
      await deliverDue(delivery);
    };
    await submitLead(contact({ email: "postmaster@company.com" }), desk);
    await attempt();
    clock.pass(minutes(80 * 60));
    await attempt();
    expect(await noticeOf(desk)).toMatchObject({ state: "pending", attempts: 0, last_class: "configuration" });

    refuses = false;
    await attempt();
    expect(await noticeOf(desk)).toMatchObject({ state: "pending", attempts: 1, last_class: "transient" });
    refuses = true;
    clock.pass(minutes(60));
    await attempt();
    refuses = false;
    clock.pass(seconds - minutes(60));
    await attempt();
    expect(await noticeOf(desk)).toMatchObject({ state, last_class: "transient" });
  },
);

test("a mail server that refuses us raises the alarm at once, by mail when it can, once, and again after it was over", async () => {
  const { desk, reported } = await deskForTests();
  let refuses = true;
  const smtp = await smtpForTests({
    onMailFrom: (_address, _session, answer) => answer(refuses ? smtpError(553) : null),
  });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact(), desk);
  await deliverDue(delivery);

  await Promise.all([raiseAlarms(desk), raiseAlarms(desk)]);
  await raiseAlarms(desk);
  const why = "EENVELOPE MAIL FROM 553 5.1.3: 127.0.0.1 refuses MAIL_FROM as the sender";
  expect(reported).toEqual([`ALARM: mail-paused, ${why}`]);
  expect((await currentAlarms(desk)).map(({ topic }) => topic)).toEqual(["mail-paused"]);

  refuses = false;
  await desk.store.db.updateTable("outbox").set({ next_at: desk.now().toISOString() }).execute();
  await deliverDue(delivery);
  await deliverDue(delivery);
  await raiseAlarms(desk);
  const alarms = smtp.mails.filter(({ to }) => to[0] === "alarm@dreamcode.test");
  expect(alarms.map(({ mail }) => mail.subject)).toEqual(["[Alarm] The site cannot send mail"]);
  expect(alarms[0]?.mail.text).toContain(why);
  expect(await currentAlarms(desk)).toEqual([]);

  refuses = true;
  await submitLead(contact({ message: "later" }), desk);
  await deliverDue(delivery);
  await raiseAlarms(desk);
  expect(reported).toEqual(Array(2).fill(`ALARM: mail-paused, ${why}`));
});

test("a certificate that is wrong is in the alarm and in health at once, in words, and no lead dies of it", async () => {
  const { desk, clock, reported } = await deskForTests();
  const smtp = await smtpForTests({ secure: true, ...(await certificateForTests("expired")) });
  await submitLead(contact(), desk);
  await deliverDue(deliveryTo(smtp.url, desk));

  await raiseAlarms(desk);
  const why = "ESOCKET CONN: the certificate of 127.0.0.1 has expired";
  expect(reported).toEqual([`ALARM: mail-paused, ${why}`]);
  expect((await currentAlarms(desk)).map(({ text }) => text)).toEqual([expect.stringContaining(why)]);
  expect(await leadHealth(desk, true)).toMatchObject({ mail: "paused", reason: why, alarms: ["mail-paused"] });

  clock.pass(minutes(73 * 60));
  await deliverDue(deliveryTo(smtp.url, desk));
  expect(await desk.store.counts()).toMatchObject({ dead: 0 });
});

test("a lead that has waited for 30 minutes raises the alarm, and one that has waited for a second less does not", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests({ onRcptTo: refuseCommand(451) });
  await submitLead(contact(), desk);
  await deliverDue(deliveryTo(smtp.url, desk));

  clock.pass(minutes(30) - 1);
  expect(await currentAlarms(desk)).toEqual([]);
  clock.pass(1);
  expect((await currentAlarms(desk)).map(({ topic }) => topic)).toEqual(["mail-delayed"]);
});

test.each<
  [what: string, seconds: number, past: { attempts: number; last_class?: "transient" | "configuration" }, sent: number]
>([
  ["was never tried", 3600, { attempts: 0 }, 1],
  ["was tried by a clock a year ahead", 365 * 86_400, { attempts: 3, last_class: "transient" }, 1],
  ["waits to try a server that refused us", 600, { attempts: 0, last_class: "configuration" }, 0],
  ["waits for longer to try it", 601, { attempts: 0, last_class: "configuration" }, 1],
  ["waits as long as any does", 17_280, { attempts: 7, last_class: "transient" }, 0],
  ["waits for longer than any does", 17_281, { attempts: 7, last_class: "transient" }, 1],
])("what %s and is due in %d seconds: sent now or not", async (_what, seconds, past, sent) => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(contact({ email: "postmaster@company.com" }), desk);
  const next_at = new Date(clock.now.getTime() + seconds * 1000).toISOString();
  await desk.store.db
    .updateTable("outbox")
    .set({ ...past, next_at })
    .execute();

  await deliverDue(deliveryTo(smtp.url, desk));
  expect(smtp.mails).toHaveLength(sent);
});

test("a lead that is dated half an hour ahead or more and waits raises the alarm, for nobody knows since when", async () => {
  const { desk, clock } = await deskForTests();
  const today = clock.now;
  clock.pass(minutes(30));
  await submitLead(contact({ email: "postmaster@company.com" }), desk);

  clock.now = new Date(today.getTime() + 1);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "ok", alarms: [] });
  clock.now = today;
  expect(await leadHealth(desk, true)).toMatchObject({ status: "failing", alarms: ["mail-delayed"] });
});

test("the alarm about leads that wait names the one that waits longest, and how many wait for so long", async () => {
  const { desk, clock } = await deskForTests();
  for (const ref of ["K7QD2", "M4XYZ", "B2222", "C3333"]) {
    await submitLead(contact({ message: ref, email: "postmaster@company.com" }), desk, () => ref);
    clock.pass(1);
  }
  const queued = (ref: string, at: string) =>
    desk.store.db.updateTable("outbox").set({ queued_at: at }).where("message_id", "like", `<${ref}.%`).execute();
  await queued("B2222", "2026-11-21T11:00:00.000Z");
  await queued("C3333", "2026-11-21T12:20:00.000Z");

  clock.pass(minutes(30));
  const [alarm, ...others] = await currentAlarms(desk);
  expect(others).toEqual([]);
  expect(alarm?.topic).toBe("mail-delayed");
  expect(alarm?.text).toContain(": 3. The oldest is B2222, waiting since 2026-11-21 06:00 (Bogota).");
});

test("a recipient that is refused for good: the fallback gets the lead, the alarm names it, once", async () => {
  const { desk } = await deskForTests({ leadsFallbackTo: "fallback@other.test" });
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) => answer(address.startsWith("sales") ? smtpError(550) : null),
  });
  const delivery = deliveryTo(smtp.url, desk);
  const submitted = await submitLead(contact(), desk);

  await deliverDue(delivery);
  await raiseAlarms(desk);
  await deliverDue(delivery);

  const ref = submitted.status === "received" ? submitted.ref : "";
  expect(smtp.mails.map(({ to, mail }) => [to[0], mail.subject])).toEqual(
    expect.arrayContaining([
      ["fallback@other.test", `[${ref}] Message from Ana Torres`],
      ["alarm@dreamcode.test", `[Alarm] ${ref} was not delivered`],
    ]),
  );
  expect(smtp.mails).toHaveLength(3);
  expect(await desk.store.counts()).toEqual({ pending: 1, dead: 0 });
});

test.each<[what: string, mail: string, told: Told]>([
  ["the sender in words of its own", "paused", { code: 550, words: "Quelque chose ne va pas", at: "MAIL" }],
  ["every recipient in words of its own", "refused", { code: 550, words: "Quelque chose ne va pas", at: "RCPT" }],
  ["every recipient as if there were none", "refused", { code: 550, words: "5.1.1 User unknown", at: "RCPT" }],
  ["every recipient for our address", "refused", { code: 550, words: "Sender verify failed", at: "RCPT" }],
  ["every recipient with 521", "refused", { code: 521, words: "Rien", at: "RCPT" }],
  ["every message in words of its own", "refused", { code: 554, words: "Quelque chose ne va pas", at: "DATA" }],
  ["every message for our account", "refused", { code: 554, words: "5.2.252 SendAsDenied", at: "DATA" }],
  ["every message as spam", "refused", { code: 550, words: "5.7.1 Looks like spam", at: "DATA" }],
])(
  "a server that refuses %s keeps three inquiries waiting, health says so, and all go out once it takes them",
  async (_what, mail, { code, words, at }) => {
    const { desk, clock } = await deskForTests();
    let refuses = true;
    const refusal = (where: Told["at"]) => (refuses && where === at ? smtpError(code, words) : null);
    const smtp = await smtpForTests({
      hideENHANCEDSTATUSCODES: true,
      onMailFrom: (_address, _session, answer) => answer(refusal("MAIL")),
      onRcptTo: (_address, _session, answer) => answer(refusal("RCPT")),
      onMessage() {
        const cause = refusal("DATA");
        if (cause) throw cause;
      },
    });
    const delivery = deliveryTo(smtp.url, desk);
    for (const message of ["one", "two", "three"]) await submitLead(contact({ message }), desk);
    for (let round = 0; round < 5; round++) {
      await deliverDue(delivery);
      await raiseAlarms(desk);
    }
    const waiting = { status: "failing", mail, dead: 0, reason: expect.stringContaining(`${code}`) };
    expect(await leadHealth(desk, true)).toMatchObject(waiting);
    clock.pass(minutes(24 * 60));
    await deliverDue(delivery);
    expect(await leadHealth(desk, true)).toMatchObject(waiting);

    refuses = false;
    clock.pass(minutes(5 * 60));
    for (let round = 0; round < 4; round++) await deliverDue(delivery);
    expect(smtp.mails.filter(({ to }) => to[0] === "sales@dreamcode.test")).toHaveLength(3);
    expect(await leadHealth(desk, true)).toMatchObject({ status: "ok", mail: "ok", pending: 0, dead: 0, alarms: [] });
  },
);

test("once a recipient is taken again, what was refused to it is due, and what was refused for its text is not", async () => {
  const { desk } = await deskForTests();
  let refuses = true;
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) => answer(refuses && address.startsWith("sales") ? smtpError(550) : null),
    onMessage({ mail }) {
      if (mail.text?.includes("casino")) throw smtpError(554);
    },
  });
  const delivery = deliveryTo(smtp.url, desk);
  const email = "postmaster@company.com";
  await submitLead(contact({ email }), desk);
  await deliverDue(delivery);
  refuses = false;
  await submitLead(contact({ email, message: "casino" }), desk);
  for (let round = 0; round < 3; round++) await deliverDue(delivery);
  expect(smtp.mails).toHaveLength(0);

  await submitLead(contact({ email, message: "another" }), desk);
  for (let round = 0; round < 3; round++) await deliverDue(delivery);
  expect(smtp.mails).toHaveLength(2);
  expect(await desk.store.counts()).toEqual({ pending: 1, dead: 0 });
});

test("what goes through to one recipient makes nothing due that another refused", async () => {
  const { desk } = await deskForTests({ leadsTo: ["full@dreamcode.test", "sales@dreamcode.test"] });
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) => answer(address.startsWith("full") ? smtpError(550) : null),
  });
  const delivery = deliveryTo(smtp.url, desk);
  const dueAgain = async () => {
    const rows = desk.store.db.selectFrom("outbox").select("next_at").where("state", "=", "pending");
    return (await rows.orderBy("queued_at").orderBy("message_id").execute()).map(({ next_at }) => next_at);
  };
  await submitLead(contact(), desk);
  await deliverDue(delivery);
  const [first] = await dueAgain();
  expect(Date.parse(first ?? "")).toBeGreaterThan(desk.now().getTime());

  await submitLead(contact({ message: "another" }), desk);
  await deliverDue(delivery);
  expect(smtp.mails.filter(({ to }) => to[0] === "sales@dreamcode.test")).toHaveLength(2);
  expect(await dueAgain()).toContain(first);
});

test("one text that is refused stays about that text, and is named at once", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests({
    onMessage({ mail }) {
      if (mail.text?.includes("casino")) throw smtpError(554);
    },
  });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact({ message: "casino" }), desk, () => "K7QD2");
  await submitLead(contact({ message: "another" }), desk);
  for (let round = 0; round < 3; round++) {
    await deliverDue(delivery);
    await raiseAlarms(desk);
  }
  expect(await leadHealth(desk, true)).toMatchObject({ mail: "ok", dead: 0, alarms: ["dead:K7QD2"] });
});

test("a mailbox that is gone is named for each inquiry, and is no refusal of all while a colleague or the fallback has them", async () => {
  for (const settings of [
    { leadsTo: ["gone@dreamcode.test", "sales@dreamcode.test"] },
    { leadsTo: ["gone@dreamcode.test"], leadsFallbackTo: "boss@dreamcode.test" },
  ]) {
    const { desk, clock } = await deskForTests({ ...settings, alarmTo: [] });
    const smtp = await smtpForTests({
      onRcptTo: ({ address }, _session, answer) => answer(address.startsWith("gone") ? smtpError(550) : null),
    });
    const delivery = deliveryTo(smtp.url, desk);
    const email = "postmaster@company.com";
    for (const message of ["first", "second"]) await submitLead(contact({ email, message }), desk);
    for (let round = 0; round < 4; round++) {
      await deliverDue(delivery);
      clock.pass(minutes(1));
      const { status, mail, alarms } = await leadHealth(desk, true);
      if (round > 0)
        expect({ status, mail, refused: alarms.includes("mail-refused") }).toEqual({
          status: "ok",
          mail: "ok",
          refused: false,
        });
    }
    expect(smtp.mails.length).toBeGreaterThanOrEqual(2);
  }
});

test("a message that is too large for the server is made smaller, and stops no other", async () => {
  const { desk } = await deskForTests();
  let asked = 0;
  const smtp = await smtpForTests({
    hideENHANCEDSTATUSCODES: true,
    onMailFrom: (_address, _session, answer) => answer(asked++ === 0 ? smtpError(552, "5.3.4 Message too big") : null),
  });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact({ email: "postmaster@company.com" }), desk);
  await deliverDue(delivery);
  await deliverDue(delivery);
  expect(smtp.mails.map(({ mail }) => mail.html)).toEqual([undefined]);
});

test("where a rule refuses every recipient nothing is given up: the fallback is asked at once, and all go out when it is mended", async () => {
  const { desk, clock } = await deskForTests({ leadsFallbackTo: "fallback@other.test" });
  let refuses = true;
  const smtp = await smtpForTests({
    hideENHANCEDSTATUSCODES: true,
    onRcptTo: (_address, _session, answer) => answer(refuses ? smtpError(554, "Relay access denied") : null),
  });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact(), desk);

  for (let round = 0; round < 3; round++) {
    await deliverDue(delivery);
    await raiseAlarms(desk);
    clock.pass(minutes(31));
  }
  expect(await states(desk)).toEqual({ notify: ["pending", "pending"], receipt: ["pending"] });
  expect(await leadHealth(desk, true)).toMatchObject({
    status: "failing",
    dead: 0,
    alarms: ["mail-delayed", "mail-refused"],
  });

  refuses = false;
  clock.pass(minutes(4 * 60));
  await deliverDue(delivery);
  const alarms = smtp.mails.filter(({ to }) => to[0] === "alarm@dreamcode.test").map(({ mail }) => mail.text);
  expect(alarms).toEqual([
    expect.stringMatching(
      /^Written at \d{4}-\d\d-\d\d \d\d:\d\d \(Bogota\): it could not be sent before, and may be over\./,
    ),
    expect.stringMatching(/^Written at /),
  ]);
  expect(smtp.mails.map(({ to }) => to[0]).sort()).toEqual([
    "Ana@company.com",
    "alarm@dreamcode.test",
    "alarm@dreamcode.test",
    "fallback@other.test",
    "sales@dreamcode.test",
  ]);
});

test("a receipt that is refused for good goes to nobody instead", async () => {
  const { desk } = await deskForTests({ leadsFallbackTo: "fallback@other.test" });
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) => answer(address.startsWith("Ana") ? smtpError(550) : null),
  });
  await submitLead(contact(), desk);

  for (let round = 0; round < 2; round++) await deliverDue(deliveryTo(smtp.url, desk));

  expect(smtp.mails.map(({ to }) => to)).toEqual([["sales@dreamcode.test"]]);
  expect(await states(desk)).toEqual({ notify: ["sent"], receipt: ["dead"] });
});

test("a fallback that is refused as well is asked no oftener, and no further mail is written about it", async () => {
  const { desk } = await deskForTests({ leadsFallbackTo: "fallback@other.test" });
  const smtp = await smtpForTests({ onRcptTo: refuseCommand(550) });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact(), desk);

  for (let round = 0; round < 8; round++) {
    await deliverDue(delivery);
    await raiseAlarms(desk);
  }

  expect(await desk.store.counts()).toMatchObject({ pending: 5, dead: 0 });
  const attempts = await desk.store.db.selectFrom("attempt").selectAll().execute();
  expect(attempts.every((attempt) => attempt.class === "permanent")).toBe(true);
  // The team, the fallback, the visitor, and the alarms: about it, that all is refused, that alarms are not read.
  expect(attempts).toHaveLength(6);
});

test("a server that refuses letters outside of ASCII in a header gets the inquiry of josé@ all the same", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests({
    hideSMTPUTF8: true,
    onMessage({ source }) {
      const [head = ""] = source.split("\r\n\r\n");
      if (/\P{ASCII}/u.test(head)) throw smtpError(550);
    },
  });
  await submitLead(contact({ email: "josé@ñandú.example" }), desk);
  await submitLead(contact({ email: "ana@ñandú.example", message: "Another." }), desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  await deliverDue(deliveryTo(smtp.url, desk));

  const notices = smtp.mails.filter(({ to }) => to.includes("sales@dreamcode.test"));
  expect(notices.map(({ mail }) => mail.replyTo?.[0]?.address)).toEqual(["ana@xn--and-6ma2c.example", undefined]);
  expect(notices[1]?.mail.text).toContain("josé@ñandú.example");
});

test("a message that is refused for its content is tried once more as plain text", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests({
    onMessage({ mail }) {
      if (mail.html) throw smtpError(554);
    },
  });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact({ message: "Two <b>engineers</b>." }), desk);

  await deliverDue(delivery);
  await deliverDue(delivery);

  expect(smtp.mails).toHaveLength(2);
  expect(smtp.mails.map(({ mail }) => [mail.html, mail.attachments.length])).toEqual(Array(2).fill([undefined, 0]));
  expect(smtp.mails.map(({ mail }) => mail.text).join()).toContain("Two <b>engineers</b>.");
});

test("a message that is refused for its content is no alarm before it is refused as plain text", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests({ onMessage: refuseMessage(554) });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact(), desk);
  for (const refused of [0, 1]) {
    await deliverDue(delivery);
    const found = await refusedMessages(desk.store.db).select("kind").where("kind", "=", "notify").execute();
    expect(found).toHaveLength(refused);
  }
});

test("a message that is refused as plain text too waits", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests({ onMessage: refuseMessage(554) });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact(), desk);

  await deliverDue(delivery);
  expect(await desk.store.counts()).toEqual({ pending: 2, dead: 0 });
  await deliverDue(delivery);
  await deliverDue(delivery);
  expect(await desk.store.counts()).toEqual({ pending: 2, dead: 0 });
  expect(await desk.store.db.selectFrom("attempt").selectAll().execute()).toHaveLength(4);
});

test("a stop between the server's 250 and our record: the notice comes twice under one Message-ID, the receipt once", async () => {
  const { desk, clock } = await deskForTests();
  const { db } = desk.store;
  const smtp = await smtpForTests();
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact(), desk);
  await sql`ALTER TABLE attempt RENAME TO away`.execute(db);

  await deliverDue(delivery);
  await sql`ALTER TABLE away RENAME TO attempt`.execute(db);
  clock.pass(61);
  await deliverDue(delivery);
  clock.pass(minutes(600));
  await deliverDue(delivery);

  const copies = (to: string) => smtp.mails.filter((mail) => mail.to[0] === to).map(({ mail }) => mail.messageId);
  const [first, ...others] = copies("sales@dreamcode.test");
  expect(others).toEqual([first]);
  expect(copies("Ana@company.com")).toHaveLength(1);
  expect(await desk.store.counts()).toEqual({ pending: 0, dead: 0 });
});

test("a refusal that is recorded after the lease was lost sends nothing to the fallback: another worker has the notice", async () => {
  const { desk, clock } = await deskForTests({ leadsFallbackTo: "fallback@other.test" });
  const smtp = await smtpForTests();
  await submitLead(contact({ email: "postmaster@company.com" }), desk);
  const [late] = await claimDue(desk, 1);
  if (!late) throw new Error("nothing was claimed");
  clock.pass(61);
  await deliverDue(deliveryTo(smtp.url, desk));

  expect(await recordAttempt(late, { class: "permanent", code: 550, reply: "550 5.1.1" }, 1, desk)).toBe(false);
  await deliverDue(deliveryTo(smtp.url, desk));
  expect(smtp.mails.map(({ to }) => to[0])).toEqual(["sales@dreamcode.test"]);
});

test("a lead that came before MAIL_FROM was set has its domain in the Message-ID, and keeps it when that changes", async () => {
  const { desk, clock } = await deskForTests({ mailFrom: undefined, siteUrl: "http://localhost:3000" });
  let isReady = false;
  const smtp = await smtpForTests({
    onRcptTo: (_address, _session, answer) => answer(isReady ? null : smtpError(451)),
  });
  await submitLead(contact({ email: "postmaster@company.com" }), desk, () => "K7QD2");

  await deliverDue(deliveryTo(smtp.url, { ...desk, mailFrom: { name: "", address: "hello@ñandú.test" } }));
  isReady = true;
  clock.pass(minutes(1));
  await deliverDue(deliveryTo(smtp.url, { ...desk, mailFrom: { name: "", address: "hello@other.test" } }));

  expect(smtp.mails.map(({ mail }) => mail.messageId)).toEqual([
    expect.stringMatching(/^<K7QD2\.notify\.[0-9a-f]{8}@xn--and-6ma2c\.test>$/),
  ]);
});

test("a message of an earlier release keeps its Message-ID", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(contact({ email: "postmaster@company.com" }), desk);
  await desk.store.db.updateTable("outbox").set({ message_id: "<K7QD2.notify.01234567@localhost>" }).execute();

  await deliverDue(deliveryTo(smtp.url, desk));

  expect(smtp.mails.map(({ mail }) => mail.messageId)).toEqual(["<K7QD2.notify.01234567@localhost>"]);
});

test("a webhook is told of each lead beside the mail, also while the mail server refuses us", async () => {
  const receiver = await webhookForTests();
  const { desk } = await deskForTests({ webhooks: [receiver.target] });
  let tried = 0;
  const smtp = await smtpForTests({
    onMailFrom(_address, _session, answer) {
      tried += 1;
      answer(smtpError(553));
    },
  });
  const delivery = deliveryTo(smtp.url, desk);
  await submitLead(contact({ message: "one" }), desk);
  await deliverDue(delivery);
  await submitLead(contact({ message: "two" }), desk);
  await deliverDue(delivery);
  await deliverDue(delivery);

  expect(receiver.got.map(({ body }) => JSON.parse(body).data.message)).toEqual(["one", "two"]);
  expect(await desk.store.counts()).toEqual({ pending: 4, dead: 0 });
  // Those of the first lead, at once. That a webhook was told says nothing of the mail server.
  expect(tried).toBe(2);
});

test("a lead is counted once in Plausible, without a word of the person, and its amendment is not", async () => {
  const { desk } = await deskForTests({ plausibleUrl: "https://plausible.test" });
  const receiver = await webhookForTests(202);
  const smtp = await smtpForTests();
  const attribution = { first: { utm_source: "newsletter" } };
  await submitLead(inquiry({}, { key: "one-filling-in", attribution }), desk);
  await submitLead(inquiry({ message: "And a tester." }, { key: "one-filling-in", attribution }), desk);

  const plausibleUrl = new URL(receiver.target.url).origin;
  await deliverDue({ ...deliveryTo(smtp.url, desk), plausibleUrl });

  expect(receiver.got.map(({ body }) => JSON.parse(body))).toEqual([
    {
      name: "Lead",
      url: "https://www.dreamcode.test/en/inquiry",
      domain: "www.dreamcode.test",
      props: { form: "inquiry", language: "en", service: "staff-augmentation", source: "newsletter" },
    },
  ]);
  expect(await desk.store.counts()).toEqual({ pending: 0, dead: 0 });
});

test("an application is told to the team and its sender alone: programs keep clients", async () => {
  const { desk } = await deskForTests({
    plausibleUrl: "https://plausible.test",
    webhooks: [anyWebhook],
  });
  await submitLead(application(), desk, () => "A2222");
  await submitLead(contact(), desk, () => "C3333");
  const rows = await desk.store.db
    .selectFrom("outbox")
    .innerJoin("lead", "lead.id", "outbox.lead_id")
    .select(["ref", "kind"])
    .orderBy("ref")
    .orderBy("kind")
    .execute();
  expect(rows.map(({ ref, kind }) => `${ref} ${kind}`)).toEqual([
    ...["A2222 notify", "A2222 receipt"],
    ...["C3333 conversion", "C3333 notify", "C3333 receipt", "C3333 webhook"],
  ]);
});

test("a count that nobody takes is no alarm", async () => {
  const { desk } = await deskForTests({ plausibleUrl: "https://plausible.test" });
  const receiver = await webhookForTests(410);
  const smtp = await smtpForTests();
  await submitLead(inquiry(), desk);

  const plausibleUrl = new URL(receiver.target.url).origin;
  await deliverDue({ ...deliveryTo(smtp.url, desk), plausibleUrl });

  expect(await desk.store.counts()).toEqual({ pending: 0, dead: 0 });
  expect(await currentAlarms(desk)).toEqual([]);
});

test("each program has its own attempts, wherever it stands on the list: one that fails is tried again alone", async () => {
  const [one, failing] = [await webhookForTests(), await webhookForTests(500)];
  const { desk, clock } = await deskForTests({ webhooks: [failing.target, one.target] });
  const smtp = await smtpForTests();
  await submitLead(contact(), desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  clock.pass(3_600);
  await deliverDue(deliveryTo(smtp.url, { ...desk, webhooks: [one.target, failing.target] }));

  const ids = ({ got }: typeof one) => got.map(({ headers }) => headers["webhook-id"]);
  const [own, ...others] = ids(one);
  expect(others).toEqual([]);
  const [first, ...again] = ids(failing);
  expect(again).toEqual([first]);
  expect(first).not.toBe(own);
});

test("of two programs that were not told of one lead each is an alarm of its own", async () => {
  const [one, two] = [await webhookForTests(410), await webhookForTests(410)];
  const { desk } = await deskForTests({ webhooks: [one.target, two.target] });
  const smtp = await smtpForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  await deliverDue(deliveryTo(smtp.url, desk));
  await raiseAlarms(desk);
  await raiseAlarms(desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  const alarms = smtp.mails.map(({ mail }) => mail.subject ?? "").filter((subject) => subject.startsWith("[Alarm]"));
  expect(alarms.toSorted()).toEqual(
    [one, two].map(({ target }) => `[Alarm] K7QD2 did not reach ${target.name}`).toSorted(),
  );
});

test("where more receipts are open than may be, none is taken, and what goes to the team is", async () => {
  const { desk } = await deskForTests();
  for (const message of ["one", "two", "three"]) await submitLead(contact({ message }), desk);
  const claimed = await claimDue(desk, 5, { mostReceipts: -1 });
  expect(claimed.map(({ kind }) => kind)).toEqual(["notify", "notify", "notify"]);
  expect(await claimDue(desk, -1)).toEqual([]);
});

test("what waits for a program that is taken off the list waits for it to come back, and is told to no other", async () => {
  const [one, two] = [await webhookForTests(), await webhookForTests()];
  const { desk, clock } = await deskForTests({ webhooks: [one.target, two.target] });
  const smtp = await smtpForTests();
  await submitLead(contact(), desk, () => "K7QD2");

  await deliverDue(deliveryTo(smtp.url, { ...desk, webhooks: [two.target] }));
  expect([one.got.length, two.got.length]).toEqual([0, 1]);
  expect((await leadDetails("K7QD2", desk.store))?.join("")).toContain(
    `webhook to ${one.target.name}: pending, next attempt 2026-11-21T12:00:`,
  );
  expect((await leadDetails("K7QD2", desk.store))?.join("")).toContain("transient  not in LEAD_WEBHOOK_URL");

  clock.pass(3_600);
  await deliverDue(deliveryTo(smtp.url, desk));
  expect([one.got.length, two.got.length]).toEqual([1, 1]);
});

test("what was queued while one program could be named goes out, and to that program once", async () => {
  const [one, two] = [await webhookForTests(), await webhookForTests()];
  const { desk } = await deskForTests({ webhooks: [one.target] });
  const smtp = await smtpForTests();
  await submitLead(contact(), desk, () => "K7QD2");
  const content = {
    type: "lead.spam",
    timestamp: desk.now().toISOString(),
    data: { ref: "M4XYZ", by: "command line" },
  };
  const before = outboxRow({ kind: "history", recipient: "history", at: desk.now().toISOString(), content });
  await desk.store.db.insertInto("outbox").values(before).execute();
  await desk.store.db.updateTable("outbox").set({ recipient: "webhook" }).where("kind", "=", "webhook").execute();

  const today = { ...desk, webhooks: [one.target, two.target] };
  const types = ({ got }: typeof one) => got.map(({ body }) => JSON.parse(body).type).toSorted();
  await deliverDue(deliveryTo(smtp.url, today));
  expect([types(one), types(two)]).toEqual([["lead.created", "lead.spam"], []]);

  for (const decision of ["spam", "not-spam"] as const)
    await decideLead({ ref: "K7QD2", decision, who: "command line" }, today);
  await deliverDue(deliveryTo(smtp.url, today));
  expect(types(one)).toEqual(["lead.created", "lead.released", "lead.spam", "lead.spam"]);
  expect(types(two)).toEqual(["lead.created", "lead.released"]);
});

test("a webhook that does not want to be told any more is an alarm, and keeps no mail", async () => {
  const receiver = await webhookForTests(410);
  const { desk } = await deskForTests({ webhooks: [receiver.target] });
  const smtp = await smtpForTests();
  await submitLead(contact(), desk);

  await deliverDue(deliveryTo(smtp.url, desk));

  expect(smtp.mails).toHaveLength(2);
  expect((await currentAlarms(desk)).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^\[Alarm\] \w{5} did not reach 127\.0\.0\.1:\d+#[0-9a-f]{8}$/),
  ]);
});

test("of a lead that reached neither the program nor the team the mail is said", async () => {
  const receiver = await webhookForTests(410);
  const { desk } = await deskForTests({ webhooks: [receiver.target] });
  const smtp = await smtpForTests();
  await submitLead(contact(), desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  await desk.store.db.updateTable("outbox").where("kind", "=", "notify").set({ state: "dead" }).execute();

  expect((await currentAlarms(desk)).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^\[Alarm\] \w{5} was not delivered$/),
  ]);
});

async function noticeOf({ store }: Pick<LeadDesk, "store">) {
  return store.db.selectFrom("outbox").selectAll().where("kind", "=", "notify").executeTakeFirstOrThrow();
}
