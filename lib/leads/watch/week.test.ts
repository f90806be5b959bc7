import { expect, test } from "vitest";
import { answerLink } from "#lib/leads/decide/answer-link.ts";
import {
  beyondDoubt,
  byProgram,
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  inquiry,
  newsletter,
  reply,
} from "#lib/leads/desk-for-tests.ts";
import type { LeadSubmission } from "#lib/leads/intake/lead-submission.ts";
import { importSpool } from "#lib/leads/intake/spool-import.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { newSpoolRef } from "#lib/leads/store/lead-ref.ts";
import { smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { raiseAlarms } from "./alarms.ts";
import { submitDailyProof } from "./daily-proof.ts";
import { leadHealth } from "./lead-health.ts";
import { queueDigest } from "./queue-digest.ts";
import { queueReconciliation } from "./queue-reconciliation.ts";
import { queueUnreachable } from "./queue-unreachable.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const team = ["ana@dreamcode.test", "beto@dreamcode.test"];

test("of a week's inquiries each is in front of a person within a minute, or called spam by one, and no program that opens links decides", async () => {
  const { desk, clock } = await deskForTests({ leadsTo: team, rateLimit: true, dailyProof: true });
  const arrived: { at: number; to: string; subject: string; text: string }[] = [];
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) =>
      answer(address.startsWith("gone") ? smtpError(550, "5.1.1 no such user") : null),
    onMessage({ to, mail }) {
      arrived.push({ at: clock.now.getTime(), to: to[0] ?? "", subject: mail.subject ?? "", text: mail.text ?? "" });
    },
  });
  const delivery = deliveryTo(smtp.url, desk);
  const opened = new Set<string>();

  // Friday noon in Bogotá.
  clock.now = new Date("2026-11-20T17:00:00.000Z");
  const begin = clock.now.getTime();
  for (const { at, happens } of week()) {
    await passUntil(begin + at);
    await happens();
    await passUntil(clock.now.getTime() + 59 * second);
  }
  await passUntil(begin + 7 * 24 * hour);

  const leads = await desk.store.db.selectFrom("lead").selectAll().where("status", "!=", "proof").execute();
  expect(leads.length).toBeGreaterThanOrEqual(60);
  const seen = leads.map(({ ref, created_at, status, amends }) => {
    // An amendment is told of by its own reference.
    const first = arrived.find(({ to, subject, text }) => team.includes(to) && names(ref, `${subject}\n${text}`));
    const waited = first ? first.at - Date.parse(created_at) : Number.POSITIVE_INFINITY;
    return { ref, status, amends, isSeen: waited <= minute };
  });
  expect(seen.filter(({ isSeen, status }) => !isSeen && status !== "spam")).toEqual([]);
  expect(seen.filter(({ isSeen }) => !isSeen)).toHaveLength(1);

  const decisions = await desk.store.db.selectFrom("history").select(["what", "who"]).orderBy("at").execute();
  expect(decisions).toEqual([
    { what: "released", who: "ana@dreamcode.test" },
    { what: "answered", who: "beto@dreamcode.test" },
    { what: "spam", who: "ana@dreamcode.test" },
  ]);
  expect(opened.size).toBeGreaterThan(300);
  const collected = arrived.filter(({ at, subject }) => at < begin + 51 * hour && subject.startsWith("To be decided"));
  expect(collected.filter(({ at }) => at >= begin + 50 * hour)).toHaveLength(team.length);
  const unreachable = arrived.filter(({ subject }) => subject.endsWith("Their address does not work"));
  expect(unreachable.map(({ to }) => to).toSorted()).toEqual(team);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "ok", alarms: ["held-undecided"] });

  // What nobody decides is named each morning.
  const mornings = arrived.filter(
    ({ at, to, subject }) => to === team[0] && new Date(at).getUTCHours() === 12 && subject.startsWith("To be decided"),
  );
  expect(mornings).toHaveLength(7);
  for (const { ref, status, created_at } of leads.filter(({ status }) => status === "quarantined")) {
    const after = mornings.filter(({ at }) => at > Date.parse(created_at));
    expect([ref, status, after.filter(({ text }) => names(ref, text)).length]).toEqual([ref, status, after.length]);
  }

  function week() {
    let taken = 0;
    const send = (submission: LeadSubmission) => async () => {
      taken += 1;
      const own = { senderCode: `network-${taken}`, key: submission.key ?? `form-${taken}` };
      const email =
        submission.values.email === "Ana@Company.com" ? `v${taken}@client-${taken}.test` : submission.values.email;
      const written = { ...submission, ...own, values: { ...submission.values, email } };
      expect(await submitLead(written, desk)).toMatchObject({ status: "received" });
    };
    const flood = async () => {
      for (let index = 0; index < 26; index++)
        await send(contact({ message: `Flood ${index} ${"word".repeat(index)}` }, byProgram))();
    };
    const kinds = [
      inquiry({ message: "We need three engineers." }),
      inquiry({ message: "Necesitamos soporte en español." }, { locale: "es" }),
      contact({ message: "Do you work in Calgary?" }),
      newsletter(),
      reply({ message: "I disagree." }),
      contact({ message: "Sent by a program?" }, byProgram),
    ];
    const days = Array.from({ length: 7 }, (_, day) => day);
    return [
      // On the weekend as well.
      ...days.flatMap((day) =>
        kinds.map((kind, index) => ({ at: day * 24 * hour + index * 3 * hour, happens: send(kind) })),
      ),
      { at: 30 * minute, happens: send(contact({ email: "gone@client.test", message: "Call me." })) },
      { at: 40 * minute, happens: send(contact({ email: "luz@client.test", message: "Two." }, { key: "one-form" })) },
      { at: 50 * minute, happens: send(contact({ email: "luz@client.test", message: "Three." }, { key: "one-form" })) },
      { at: 60 * minute, happens: spool },
      { at: 70 * minute, happens: send(beyondDoubt()) },
      { at: 16 * hour, happens: () => decide("not-spam", team[0], "[Likely spam]") },
      { at: 17 * hour, happens: () => decide("answered", team[1], "Acme, Canada") },
      // In the mail of the first morning.
      { at: 20 * hour, happens: () => decide("spam", team[0], "To be decided", /\[url=/) },
      { at: 50 * hour, happens: flood },
    ].toSorted((a, b) => a.at - b.at);
  }

  async function spool() {
    const at = clock.now.toISOString();
    const fields = { name: "Eva", email: "eva@client.test", message: "While the store was away." };
    desk.spool.keep({ submission: contact(fields), fields, at, key: "spooled", ref: newSpoolRef() });
    await importSpool(desk);
  }

  /** What a worker does, whenever something is due: at each morning's seven, after each step, and 20 seconds after that. */
  async function passUntil(end: number) {
    while (clock.now.getTime() < end) {
      const seven = new Date(clock.now);
      seven.setUTCHours(12, 0, 0, 0);
      if (seven <= clock.now) seven.setUTCDate(seven.getUTCDate() + 1);
      clock.now = new Date(
        Math.min(
          end,
          seven.getTime(),
          clock.now.getTime() + (end - clock.now.getTime() > hour ? 12 * hour : 20 * second),
        ),
      );
      await work();
    }
  }

  async function work() {
    await submitDailyProof(desk);
    await raiseAlarms(desk);
    await queueUnreachable(desk);
    await queueDigest(desk);
    await queueReconciliation(desk);
    await deliverDue(delivery);
    await scan();
  }

  /** As mail programs and their filters do, of every mail, before anybody reads it. */
  async function scan() {
    for (const { text } of arrived) {
      for (const path of linksIn(text)) {
        if (opened.has(path)) continue;
        opened.add(path);
        expect([`${path} ${(await answerLink(path, desk, false))?.status}`]).toEqual([`${path} 200`]);
      }
    }
  }

  async function decide(decision: string, who: string | undefined, subject: string, about = /(?:)/) {
    const mail = arrived.find((each) => each.to === who && each.subject.includes(subject));
    const links = linksIn(mail?.text ?? "").filter((path) => path.includes(`/${decision}/`));
    for (const path of links) {
      const page = await answerLink(path, desk, false);
      if (!about.test(page?.html ?? "")) continue;
      expect((await answerLink(path, desk, true))?.status).toBe(200);
      return;
    }
    throw new Error(`There is nothing to be called ${decision}`);
  }
}, 120_000);

function linksIn(text: string): string[] {
  return Array.from(text.matchAll(/https:\/\/www\.dreamcode\.test(\/team\/\S+)/g), ([, path = ""]) => path);
}

/** Not one of an amendment, which begins like that of what it amends. */
function names(ref: string, text: string): boolean {
  return new RegExp(`\\b${ref}\\b(?!-)`).test(text);
}
