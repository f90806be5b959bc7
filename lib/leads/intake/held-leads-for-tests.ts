import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import type { Decision } from "#lib/leads/decide/decision.ts";
import { contact, deliverDue, deliveryTo } from "#lib/leads/desk-for-tests.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import type { PostSignals } from "#lib/leads/spam/spam-score.ts";
import { queueDigest } from "#lib/leads/watch/queue-digest.ts";
import type { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import type { LeadSubmission } from "./lead-submission.ts";

export const human = contact().signals;

export function say(decision: Decision, ref: string, desk: LeadDesk) {
  return decideLead({ ref, decision, who: "ana@dreamcode.test" }, desk);
}

export const noToken = { signals: { ...human, seconds: null } };

/** Without script, and from a network of its own. */
export function byHand(index: number) {
  return { ...noToken, senderCode: `network-${index}` };
}

export function by(signals: Partial<PostSignals>, message = "text"): LeadSubmission {
  return contact({ message }, { signals: { ...human, ...signals } });
}

/** One of the references, by its number. */
export function refOf(index: number): string {
  const signs = "23456789BCDFGHJKMNPQRSTVWXYZ";
  return [3, 2, 1, 0].reduce((ref, place) => ref + signs[Math.floor(index / 28 ** place) % 28], "R");
}

/**
 * Lets days pass until a morning brings no digest, and calls spam what each of them names. Gives the references that they
 * name, in their order.
 */
export async function namedDayByDay(
  desk: LeadDesk,
  clock: { pass(seconds: number): void },
  smtp: Awaited<ReturnType<typeof smtpForTests>>,
): Promise<string[][]> {
  const days: string[][] = [];
  for (;;) {
    clock.pass(86_400);
    const before = (await digestRows(desk)).length;
    await queueDigest(desk);
    if ((await digestRows(desk)).length === before) return days;
    await deliverDigests(desk, smtp.url);
    const named = namedIn(smtp.mails.at(-1)?.mail.text);
    for (const ref of named) await say("spam", ref, desk);
    days.push(named);
  }
}

export function namedIn(text = ""): string[] {
  return Array.from(text.matchAll(/^([2-9A-Z]{5}(?:-\d+)?): /gm), ([, ref = ""]) => ref);
}

/** Nothing else, of which there may be hundreds. */
export async function deliverDigests(desk: LeadDesk, smtpUrl: string) {
  await desk.store.db
    .updateTable("outbox")
    .set({ state: "cancelled" })
    .where("kind", "!=", "digest")
    .where("state", "=", "pending")
    .execute();
  await deliverDue(deliveryTo(smtpUrl, desk));
}

export function from(
  index: number,
  rest: Partial<LeadSubmission> = {},
  values: { email?: string } = {},
): LeadSubmission {
  return contact({ email: `visitor-${index}@x.test`, message: `text ${index}`, ...values }, rest);
}

export function leads({ store }: LeadDesk) {
  return store.db.selectFrom("lead").selectAll().orderBy("created_at").orderBy("ref").execute();
}

export async function messages({ store }: LeadDesk) {
  const rows = await store.db.selectFrom("outbox").selectAll().orderBy("kind").orderBy("recipient").execute();
  return rows.map(({ kind, recipient }) => [kind, recipient]);
}

export function digestRows({ store }: LeadDesk) {
  return store.db.selectFrom("outbox").selectAll().where("kind", "=", "digest").execute();
}
