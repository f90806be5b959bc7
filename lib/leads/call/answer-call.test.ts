import { expect, test } from "vitest";
import { getMailText } from "#lib/i18n/mail-text.ts";
import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import {
  beyondDoubt,
  byProgram,
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  inquiry,
  newsletter,
} from "#lib/leads/desk-for-tests.ts";
import { erasePerson } from "#lib/leads/erase/erase-person.ts";
import type { LeadSubmission } from "#lib/leads/intake/lead-submission.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { claimDue } from "#lib/leads/outbox/outbox.ts";
import { currentAlarms } from "#lib/leads/watch/alarms.ts";
import { smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { answerCall } from "./answer-call.ts";
import { callLink, callSignature } from "./call-link.ts";
import { thanksOffer } from "./thanks-offer.ts";

const day = 86_400;

test("the page of thanks offers three times by both clocks to whoever has its proof, and to a reference alone nothing", async () => {
  const { desk, ref, call } = await written(inquiry({ zone: "America/Chicago" }));
  const offer = await thanksOffer({ ref, call, locale: "en" }, desk);
  expect(offer?.isGuess).toBe(false);
  expect(offer?.offered.map(({ times }) => times)).toEqual([
    { day: "Monday, November 23", clocks: ["12:00\u00a0p.m. in Chicago", "1:00\u00a0p.m. in Bogotá"] },
    { day: "Tuesday, November 24", clocks: ["4:00\u00a0p.m. in Chicago", "5:00\u00a0p.m. in Bogotá"] },
    { day: "Wednesday, November 25", clocks: ["12:00\u00a0p.m. in Chicago", "1:00\u00a0p.m. in Bogotá"] },
  ]);
  expect(offer?.about).toEqual({
    service: "staff-augmentation",
    title: "Staff augmentation",
    receivedAt: desk.now().toISOString(),
    zone: "America/Chicago",
  });
  for (const wrong of [
    undefined,
    "",
    [call],
    call.replace(/^./, (first) => (first === "-" ? "_" : "-")),
    callSignature({ id: "K7QD2", key: desk.secret }),
  ])
    expect(await thanksOffer({ ref, call: wrong, locale: "en" }, desk)).toBeUndefined();
});

test("the same page says New York and Bogotá, and that it guesses, where nobody knows the zone or the store is away", async () => {
  const { desk, ref, call } = await written();
  const spooled = callSignature({ id: "K7QD22", key: desk.secret });
  for (const asked of [
    { ref, call },
    { ref: "K7QD22", call: spooled },
  ]) {
    const offer = await thanksOffer({ ...asked, locale: "es" }, desk);
    expect(offer).toMatchObject({ isGuess: true, place: "Nueva York" });
    expect(offer?.offered[0]?.times).toEqual({
      day: "Lunes, 23 de noviembre",
      clocks: ["13:00 en Nueva York", "13:00 en Bogotá"],
    });
  }
});

test("who asks for a time reads that it is no booking, and the team has it in the thread of the notice, with a calendar file", async () => {
  const { desk, ref, first, smtp, deliver } = await written(
    inquiry({ zone: "America/Chicago", name: "Ana; Torres", phone: "604-555-0199" }),
  );
  await deliver();
  const notice = smtp.mails.find(({ mail }) => mail.messageId?.includes(".notify."));
  const asked = await answerCall(first, desk, true);
  expect(asked?.status).toBe(200);
  expect(asked?.html).toContain("<h1>We have your request for a call</h1>");
  expect(asked?.html).toContain("Nothing is booked yet.");
  expect(timesIn(asked?.html), "what was asked for is not offered again").toHaveLength(2);
  expect(asked?.html).toContain("12:00\u00a0p.m. in Chicago");

  await deliver();
  const mail = smtp.mails.find(({ mail }) => mail.messageId?.includes(".call."));
  expect(mail?.to).toEqual(["sales@dreamcode.test"]);
  expect(mail?.mail.subject).toBe(`[${ref}] Call asked for: 2026-11-23 13:00 (Bogota)`);
  expect(mail?.mail.replyTo).toEqual([{ name: "Ana; Torres", address: "Ana@company.com" }]);
  expect(mail?.mail.inReplyTo).toBe(notice?.mail.messageId);
  expect(mail?.mail.references).toBe(`${notice?.mail.references} ${notice?.mail.messageId}`);
  expect(mail?.mail.text).toContain("By their clock: 2026-11-23 12:00 (Chicago)");
  expect(mail?.mail.text).toContain("nothing is booked");
  expect(mail?.mail.text).toContain("Telephone: +16045550199");
  expect(mail?.mail.attachments).toMatchObject([{ filename: `${ref}-call.ics`, disposition: "attachment" }]);
  expect(mail?.mail.attachments[0]?.mimeType).toBe("text/calendar");
  const lines = calendarIn(mail);
  expect(lines).toContain("DTSTART:20261123T180000Z");
  expect(lines).toContain("DTEND:20261123T183000Z");
  expect(lines).toContain(`SUMMARY:Call asked for\\, not confirmed: Ana\\; Torres\\, Acme [${ref}]`);
  expect(lines).toContain(`UID:call-${ref}@www.dreamcode.test`);
  expect(lines).toContain("STATUS:TENTATIVE");
  expect(
    lines.filter((line) => /^(METHOD|ATTENDEE|ORGANIZER)/.test(line)),
    "it invites nobody",
  ).toEqual([]);
});

test("a call asked for after something was added to a message that was called spam reaches whoever has what was added", async () => {
  const { desk, ref, first, smtp, deliver } = await written();
  await decideLead({ ref, decision: "spam", who: "ana@dreamcode.test" }, desk);
  const { key } = contact();
  await submitLead(contact({ message: "I am a person, and need two engineers." }, { key }), desk);
  expect(await answerCall(first, desk, true)).toMatchObject({ status: 200 });
  await deliver();
  const mail = smtp.mails.find(({ mail }) => mail.messageId?.includes(".call."))?.mail;
  expect(mail?.subject).toBe(`[${ref}-2] Call asked for: 2026-11-23 13:00 (Bogota)`);
});

test("the link in the receipt shows the times, and asks for none however often a program opens it", async () => {
  const { desk, deliver, smtp } = await written(contact({}, { locale: "es" }));
  await deliver();
  const receipt = smtp.mails.find(({ mail }) => mail.messageId?.includes(".receipt."))?.mail;
  const path = /https:\/\/www\.dreamcode\.test(\/call\/\S+)/.exec(receipt?.text ?? "")?.[1] ?? "";
  expect(receipt?.text).toContain("Es una solicitud, no una cita");
  expect(receipt?.html).toContain(`href="https://www.dreamcode.test${path}"`);
  for (let times = 0; times < 3; times++) {
    const page = await answerCall(path, desk, false);
    expect(page).toMatchObject({ status: 200, html: expect.stringContaining('<html lang="es"') });
    expect(page?.html.match(/<form method="post"/g)).toHaveLength(3);
  }
  const slot = timesIn((await answerCall(path, desk, false))?.html)[0] ?? "";
  expect((await open(slot, desk, false))?.html).toContain("Escoja una hora");
  expect(await asks(desk)).toEqual([{ call_at: null, call_zone: null, calls: 0 }]);
  expect((await open(slot, desk, true))?.html).toContain("Recibimos su solicitud de llamada");
  expect(await asks(desk)).toEqual([{ call_at: "2026-11-23T18:00:00.000Z", call_zone: null, calls: 1 }]);
});

test("another zone can be chosen there, in the words of a person, and is what the team then reads", async () => {
  const { desk, base } = await written();
  const page = await answerCall(base, desk, false, new URLSearchParams({ office: "madrid" }));
  expect(page?.html).toContain("in Madrid");
  expect(page?.html).not.toContain("We do not know your time zone");
  const unknown = await answerCall(base, desk, false, new URLSearchParams({ office: "<Torronto>" }));
  expect(unknown?.html).toContain("We do not know “&#x3C;Torronto>”");
  expect(unknown?.html).toContain("office=toronto");
  expect(
    (await answerCall(base, desk, false, new URLSearchParams({ office: "x".repeat(9_000) })))?.html.length,
  ).toBeLessThan(12_000);
  const none = await answerCall(base, desk, false, new URLSearchParams({ office: "Asia/Kolkata" }));
  expect(none?.html).toContain("do not overlap");
  await open(timesIn(page?.html)[0] ?? "", desk, true);
  expect(await asks(desk)).toMatchObject([{ call_zone: "Europe/Madrid" }]);
});

test("the last of three counts, the same time twice is one, and a fourth is refused", async () => {
  const { desk, clock, base, smtp, deliver } = await written();
  await deliver();
  const times = async () => timesIn((await answerCall(base, desk, false))?.html);
  const [one = "", two = "", three = ""] = await times();
  await Promise.all([1, 2, 3].map(() => open(one, desk, true)));
  expect(await asks(desk)).toMatchObject([{ calls: 1 }]);
  expect((await open(one, desk, true))?.html).toContain("You have asked for this time already");
  await deliver();
  await open(two, desk, true);
  // Nobody reads of a time that does not count any more.
  await open(three, desk, true);
  await deliver();
  const mails = smtp.mails.filter(({ mail }) => mail.messageId?.includes(".call."));
  expect(mails.map(({ mail }) => mail.subject?.slice(-25))).toEqual([
    ": 2026-11-23 13:00 (Bogota)".slice(-25),
    ": 2026-11-25 13:00 (Bogota)".slice(-25),
  ]);
  expect(mails[1]?.mail.text).toContain("takes the place");
  expect(new Set(mails.map(({ mail }) => mail.messageId)).size).toBe(2);
  expect(calendarIn(mails[1])).toContain("SEQUENCE:2");
  clock.pass(day);
  expect(await open((await times())[0] ?? "", desk, true)).toMatchObject({ status: 429 });
  expect(await asks(desk)).toMatchObject([{ call_at: "2026-11-25T18:00:00.000Z", calls: 3 }]);
});

test("a time that is over or too near is not taken, and others are offered", async () => {
  const { desk, clock, first } = await written();
  clock.pass(2 * day + 5 * 3_600);
  const late = await answerCall(first, desk, true);
  expect(late?.status).toBe(409);
  expect(timesIn(late?.html)).toHaveLength(3);
  expect(await asks(desk)).toMatchObject([{ calls: 0 }]);
});

test.each([
  ["held", contact({}, byProgram)],
  ["beyond doubt", beyondDoubt()],
])(
  "of what is %s the team hears when somebody says that it is none, and the visitor sees no difference",
  async (_what, sent) => {
    const { desk, clock, ref, first, smtp, deliver } = await written(sent);
    await deliver();
    expect((await answerCall(first, desk, true))?.html).toContain("<h1>We have your request for a call</h1>");
    await deliver();
    expect(smtp.mails.filter(({ mail }) => mail.messageId?.includes(".call."))).toEqual([]);
    clock.pass(60);
    await decideLead({ ref, decision: "not-spam", who: "ana@dreamcode.test" }, desk);
    await deliver();
    expect(smtp.mails.filter(({ mail }) => mail.messageId?.includes(".call."))).toHaveLength(1);
  },
);

test("a call that is asked for while the notice is under way is in its thread", async () => {
  const { desk, first, smtp, deliver } = await written();
  const [notice] = await claimDue(desk, 1);
  expect(notice?.kind).toBe("notify");
  await answerCall(first, desk, true);
  await deliver();
  const call = smtp.mails.find(({ mail }) => mail.messageId?.includes(".call."));
  expect(call?.mail.inReplyTo).toBe(notice?.message_id);
});

test("a call that the team's mailbox refuses goes to the fallback, and is an alarm", async () => {
  const refused = { is: false };
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) =>
      answer(refused.is && address.startsWith("sales") ? smtpError(550) : null),
  });
  const { desk, ref, first } = await written();
  const delivery = { ...deliveryTo(smtp.url, desk), leadsFallbackTo: "fallback@other.test" };
  await deliverDue(delivery);
  refused.is = true;
  await answerCall(first, desk, true);
  await deliverDue(delivery);
  await deliverDue(delivery);
  const call = smtp.mails.filter(({ mail }) => mail.messageId?.includes(".call."));
  expect(call.map(({ to }) => to)).toEqual([["fallback@other.test"]]);
  await answerCall(callLink({ id: ref, key: desk.secret }, new Date("2026-11-24T18:00Z")), desk, true);
  await deliverDue(delivery);
  const changed = smtp.mails.filter(({ mail }) => mail.text?.includes("takes the place of the time"));
  expect(changed.map(({ to }) => to)).toEqual([["fallback@other.test"]]);
  expect((await currentAlarms(desk)).map(({ topic }) => topic)).toEqual([`dead:${ref}`]);
});

test("a call that waits for long is an alarm, as a message is", async () => {
  const { desk, clock, ref, first, deliver } = await written();
  await deliver();
  await answerCall(first, desk, true);
  clock.pass(3_600);
  expect(await currentAlarms(desk)).toMatchObject([{ topic: "mail-delayed", text: expect.stringContaining(ref) }]);
});

test("a call reaches whoever is named by then, also where the notice was dropped", async () => {
  const { desk, first, smtp } = await written();
  await desk.store.db.updateTable("outbox").set({ state: "cancelled" }).where("kind", "=", "notify").execute();
  const now = { ...desk, leadsTo: ["new@dreamcode.test"] };
  expect(await answerCall(first, now, true)).toMatchObject({ status: 200 });
  await deliverDue(deliveryTo(smtp.url, now));
  const call = smtp.mails.filter(({ mail }) => mail.messageId?.includes(".call."));
  expect(call.map(({ to }) => to)).toEqual([["new@dreamcode.test"]]);
});

test("a call that was asked for while nobody was named waits for whoever will be", async () => {
  const { desk, first, smtp } = await written();
  await desk.store.db.deleteFrom("outbox").execute();
  await answerCall(first, { ...desk, leadsTo: [] }, true);
  await deliverDue(deliveryTo(smtp.url, desk));
  expect(smtp.mails.map(({ to }) => to)).toEqual([["sales@dreamcode.test"]]);
});

test("of a time that went by while the message was held the team is told, that it is over, once", async () => {
  const { desk, clock, ref, first, smtp, deliver } = await written(contact({}, byProgram));
  await answerCall(first, desk, true);
  clock.pass(5 * day);
  const calls = async () => {
    await deliver();
    return smtp.mails.filter(({ mail }) => mail.messageId?.includes(".call."));
  };
  await decideLead({ ref, decision: "not-spam", who: "ana@dreamcode.test" }, desk);
  expect(await calls()).toMatchObject([{ mail: { text: expect.stringContaining("That time is over") } }]);
  await decideLead({ ref, decision: "spam", who: "ana@dreamcode.test" }, desk);
  await decideLead({ ref, decision: "not-spam", who: "ana@dreamcode.test" }, desk);
  expect(await calls()).toHaveLength(1);
});

test("what was called spam before the mail went out tells nobody, and comes back with its lead", async () => {
  const { desk, ref, first, deliver, smtp } = await written();
  await deliver();
  await answerCall(first, desk, true);
  await decideLead({ ref, decision: "spam", who: "ana@dreamcode.test" }, desk);
  await deliver();
  expect(smtp.mails.filter(({ mail }) => mail.messageId?.includes(".call."))).toEqual([]);
  await decideLead({ ref, decision: "not-spam", who: "ana@dreamcode.test" }, desk);
  await deliver();
  expect(smtp.mails.filter(({ mail }) => mail.messageId?.includes(".call."))).toHaveLength(1);
});

test("an erased lead keeps no time, tells nobody, and takes none", async () => {
  const { desk, ref, call, first, deliver, smtp } = await written();
  await answerCall(first, desk, true);
  await erasePerson("ana@company.com", desk);
  await deliver();
  expect(smtp.mails.filter(({ mail }) => mail.messageId?.includes(".call."))).toEqual([]);
  expect(await asks(desk)).toEqual([{ call_at: null, call_zone: null, calls: 0 }]);
  expect(await answerCall(first, desk, true)).toMatchObject({ status: 410 });
  expect(await thanksOffer({ ref, call, locale: "en" }, desk)).toBeUndefined();
});

test("the link is over after 30 days, and one that we have not signed leads nowhere", async () => {
  const { desk, clock, ref, base, first } = await written();
  const other = callLink({ id: ref, key: "another" });
  const moved = first.replace(/\d{8}T\d{4}Z/, "20261124T1800Z");
  for (const path of [other, moved, `/call/${ref}`, `${base}x`])
    expect(await answerCall(path, desk, true)).toBeUndefined();
  clock.pass(31 * day);
  expect(await answerCall(base, desk, false)).toMatchObject({ status: 410 });
});

test("who was thanked while the store was away asks once it has the message, by the reference they know", async () => {
  const { desk } = await written();
  const proof = { id: "ZZZZZZ", key: desk.secret };
  expect(await answerCall(callLink(proof, new Date("2026-11-24T18:00Z")), desk, true)).toMatchObject({ status: 503 });
  const lead = await desk.store.db.selectFrom("lead").select("id").executeTakeFirstOrThrow();
  const shown = { id: "an-event", lead_id: lead.id, at: "2026-11-21", what: "shown-as", who: proof.id } as const;
  await desk.store.db.insertInto("history").values(shown).execute();
  expect(await answerCall(callLink(proof, new Date("2026-11-24T18:00Z")), desk, true)).toMatchObject({ status: 200 });
  expect(await asks(desk)).toMatchObject([{ calls: 1 }]);
});

test("while the store is away whoever asks for a call reads to ask again in a few minutes, in their language", async () => {
  const { desk, first } = await written();
  await desk.store.close();
  for (const locale of ["en", "es"] as const) {
    const page = await answerCall(first, desk, true, new URLSearchParams({ locale }));
    expect(page?.status).toBe(503);
    expect(page?.html).toContain(getMailText(locale).call.laterBody);
  }
});

test("what amends a message asks for a call of the message, and a sign-up offers none", async () => {
  const { desk, clock, deliver, smtp } = await written(contact({}, { key: "one-form-alone" }));
  clock.pass(60);
  await submitLead(contact({ message: "And a tester." }, { key: "one-form-alone" }), desk);
  clock.pass(60);
  await submitLead(newsletter({ email: "eva@company.com" }), desk);
  await deliver();
  const links = smtp.mails.flatMap(
    ({ mail }) => /https:\/\/www\.dreamcode\.test(\/call\/\S+)/.exec(mail.text ?? "")?.[1] ?? [],
  );
  expect(links).toHaveLength(2);
  for (const link of links) await open(timesIn((await answerCall(link, desk, false))?.html)[0] ?? "", desk, true);
  expect((await asks(desk)).map(({ calls }) => calls)).toEqual([1, 0, 0]);
});

async function written(sent: LeadSubmission = contact()) {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests();
  const submitted = await submitLead(sent, desk);
  if (submitted.status !== "received") throw new Error(submitted.status);
  const { ref } = submitted;
  const proof = { id: ref, key: desk.secret };
  const base = callLink(proof);
  const first = callLink(proof, new Date("2026-11-23T18:00Z"));
  return {
    desk,
    clock,
    smtp,
    ref,
    call: callSignature(proof),
    base,
    first,
    deliver: () => deliverDue(deliveryTo(smtp.url, desk)),
  };
}

/** Where the buttons of a page post to. */
function timesIn(html = ""): string[] {
  return [...html.matchAll(/method="post" action="([^"]*)"/g)].map(([, path = ""]) => path.replaceAll("&#x26;", "&"));
}

function open(url: string, desk: Parameters<typeof answerCall>[1], acts: boolean) {
  const [path = "", query] = url.split("?");
  return answerCall(path, desk, acts, new URLSearchParams(query));
}

function asks({ store }: Parameters<typeof answerCall>[1]) {
  return store.db
    .selectFrom("lead")
    .select(["call_at", "call_zone", "calls"])
    .orderBy("created_at")
    .orderBy("ref")
    .execute();
}

/** As it is sent: the parser of the tests changes its line ends. */
function calendarIn(received: { source: string } | undefined): string[] {
  const [, part = ""] = /text\/calendar[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(received?.source ?? "") ?? [];
  const text = Buffer.from(part, "base64").toString();
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return text.replaceAll("\r\n ", "").split("\r\n");
}
