import { randomUUID } from "node:crypto";
import { domainToASCII } from "node:url";
import type { Selectable, SelectQueryBuilder, Transaction, Updateable } from "kysely";
import { aheadOf } from "#lib/leads/ahead-of.ts";
import { channels, kindsThat, type MessageKind } from "#lib/leads/channels.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { despiteDeadlock } from "#lib/leads/store/despite-deadlock.ts";
import type { LeadDatabase, OutboxTable } from "#lib/leads/store/lead-database.ts";
import type { DeliveryOutcome } from "#lib/mail/delivery-outcome.ts";
import { finalClasses } from "./final-classes.ts";
import { outboxRow } from "./outbox-row.ts";
import { queueAnew } from "./queue-anew.ts";
import { retryDelay } from "./retry-delay.ts";

type OutboxDesk = Pick<LeadDesk, "store" | "now" | "leadsTo" | "leadsFallbackTo" | "mailFrom">;

export type ClaimedMessage = Selectable<OutboxTable> & { lease_token: string };

/** What no mail server has to take. */
const byHttp = kindsThat({ by: "http" });
const toTeam = kindsThat({ by: "mail", to: "team" });
const toTeamWithLead = kindsThat({ by: "mail", to: "team", brings: "lead" });
const toVisitors = kindsThat({ by: "mail", to: "visitor" });

const leaseMs = 60_000;
const giveUpAfterMs = 72 * 60 * 60_000;
/** How often one message tries whether the mail server's configuration was mended. */
const probeEveryMs = 10 * 60_000;
const longestWaitMs = retryDelay(Number.POSITIVE_INFINITY, () => 1);

/**
 * Takes messages that are due, mail to the team first, and of each the longest waiting; of receipts and of what goes by HTTP
 * and of all mail no more than are asked for, and none to those in `notTo`. Nobody else sends them while the lease is renewed. While the mail server refuses us, one mail
 * at a time is the probe; what goes by HTTP goes on.
 */
export async function claimDue(
  desk: OutboxDesk,
  limit: number,
  { mostByMail = limit, mostReceipts = limit, mostByHttp = limit, notTo = [] as string[] } = {},
): Promise<ClaimedMessage[]> {
  const now = desk.now().toISOString();
  return desk.store.db.transaction().execute(async (tx) => {
    await takeBackExpired(tx, now, desk);
    await bringForward(tx, desk);
    await addressDue(tx, now, desk);

    const refused = await tx
      .selectFrom("outbox")
      .select(["id", "state"])
      .where("last_class", "=", "configuration")
      .where("state", "in", ["pending", "leased"])
      .where("restored", "=", 0)
      .orderBy("next_at")
      .execute();
    const probe = refused.some(({ state }) => state === "leased") ? "" : refused[0]?.id;
    const dueOf = (kinds: MessageKind[], most: number) =>
      tx
        .selectFrom("outbox")
        .selectAll()
        .where("state", "=", "pending")
        .where("next_at", "<=", now)
        .where("restored", "=", 0)
        .where("recipient", "not in", ["", ...notTo])
        .where("kind", "in", kinds)
        .$if(probe !== undefined, (query) =>
          query.where(({ eb, or }) => or([eb("kind", "in", byHttp), eb("id", "=", probe ?? "")])),
        )
        .orderBy("next_at")
        // SQLite takes a negative limit for none, and PostgreSQL refuses it.
        .limit(Math.max(0, most))
        .$call(withLock(desk))
        .execute();
    const due = await dueOf(toTeam, Math.min(mostByMail, limit));
    due.push(...(await dueOf(toVisitors, Math.min(mostReceipts, mostByMail - due.length, limit - due.length))));
    due.push(...(await dueOf(byHttp, Math.min(mostByHttp, limit - due.length))));
    if (due.length === 0) return [];

    const lease_token = randomUUID();
    const claim = { state: "leased", lease_token, lease_until: leaseEnd(desk) } as const;
    const sentFrom = `@${domainToASCII(desk.mailFrom?.address.split("@").at(-1) ?? "")}>`;
    await tx
      .updateTable("outbox")
      .set(claim)
      .set((eb) => ({
        attempts: eb("attempts", "+", 1),
        message_id: eb.fn<string>("replace", ["message_id", eb.val("@>"), eb.val(sentFrom)]),
      }))
      .where(
        "id",
        "in",
        due.map(({ id }) => id),
      )
      .execute();
    return due.map((row) => ({
      ...row,
      ...claim,
      attempts: row.attempts + 1,
      message_id: row.message_id.replace("@>", sentFrom),
    }));
  });
}

/** Keeps the lease of an open conversation. A server may take its 10 minutes, a killed worker's messages come back in one. */
export async function renewLease(message: ClaimedMessage, desk: OutboxDesk): Promise<void> {
  await desk.store.db
    .updateTable("outbox")
    .set({ lease_until: leaseEnd(desk) })
    .where("id", "=", message.id)
    .where("lease_token", "=", message.lease_token)
    .execute();
}

/** Writes down how an attempt ended. False when the lease was lost meanwhile: the message is then no longer ours. */
export async function recordAttempt(
  message: ClaimedMessage,
  outcome: DeliveryOutcome,
  ms: number,
  desk: OutboxDesk,
): Promise<boolean> {
  const now = desk.now();
  const { class: result, code, reply } = outcome;
  const record = async (tx: Transaction<LeadDatabase>) => {
    await tx
      .insertInto("attempt")
      .values({ id: randomUUID(), outbox_id: message.id, at: now.toISOString(), code, reply, class: result, ms })
      .execute();
    const next = await afterAttempt(tx, message, outcome, now);
    const { numUpdatedRows } = await tx
      .updateTable("outbox")
      .set({ last_class: result, last_reply: reply, ...next, lease_token: null, lease_until: null })
      .where("id", "=", message.id)
      .where("lease_token", "=", message.lease_token)
      .executeTakeFirstOrThrow();
    const isOurs = numUpdatedRows > 0n;
    const isSpam = isOurs && (await cancelSpam(tx, message));
    if (isOurs && result === "sent" && channels[message.kind].by === "mail") await resumeTransport(tx, message, now);
    const isRefused =
      next.state === "dead" || result === "refused" || finalClasses.some((each) => each === result && !next.safe_form);
    if (isOurs && isRefused && !isSpam && toTeamWithLead.includes(message.kind))
      await sendToFallback(tx, message, now, desk);
    return isOurs;
  };
  // Somebody may decide about its lead at this moment. What is not recorded would be sent again.
  return despiteDeadlock(() => desk.store.db.transaction().execute(record));
}

/**
 * Somebody called its lead spam while it was being sent: like what waited then, it is not tried again. Asked after the update, which
 * waits for whoever says so at this moment.
 */
async function cancelSpam(tx: Transaction<LeadDatabase>, { id }: ClaimedMessage): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("outbox")
    .set({ state: "cancelled" })
    .where("id", "=", id)
    .where("state", "in", ["pending", "dead"])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("lead").select("lead.id").whereRef("lead.id", "=", "outbox.lead_id").where("status", "=", "spam"),
      ),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Makes everything that waits for a later attempt due: who restarts the worker has repaired something. */
export async function retryNow(desk: OutboxDesk): Promise<void> {
  const now = desk.now().toISOString();
  await desk.store.db
    .updateTable("outbox")
    .set({ next_at: now })
    .where("state", "=", "pending")
    .where("next_at", ">", now)
    .execute();
}

/** At least once to the team, at most once to the visitor. */
async function takeBackExpired(tx: Transaction<LeadDatabase>, now: string, desk: OutboxDesk) {
  const leased = () => tx.selectFrom("outbox").select("id").where("state", "=", "leased").$call(withLock(desk));
  // Written by a clock that was ahead. Whoever still has it renews it; if nobody does, it is over in a minute.
  await tx
    .updateTable("outbox")
    .set({ lease_until: leaseEnd(desk) })
    .where("id", "in", leased().where("lease_until", ">", leaseEnd(desk)))
    .execute();

  const expired = tx.updateTable("outbox").where("id", "in", leased().where("lease_until", "<", now));
  const released = { last_reply: "lease expired", lease_token: null, lease_until: null };
  await expired
    .set({ ...released, state: "unconfirmed" })
    .where("kind", "in", kindsThat({ isAtMostOnce: true }))
    .execute();
  await expired.set({ ...released, state: "pending", next_at: now }).execute();
}

/** A first attempt waits for nothing, and no other for longer than this: these were dated by a clock that was ahead. */
async function bringForward(tx: Transaction<LeadDatabase>, desk: OutboxDesk) {
  const now = desk.now();
  const at = now.toISOString();
  await tx
    .updateTable("outbox")
    .set({ next_at: at })
    .where("id", "in", (inner) =>
      inner
        .selectFrom("outbox")
        .select("id")
        .where("state", "=", "pending")
        .where("next_at", ">", at)
        .where(({ eb, or, and }) =>
          or([
            eb("next_at", ">", later(now, longestWaitMs)),
            and([eb("last_class", "=", "configuration"), eb("next_at", ">", later(now, probeEveryMs))]),
            and([eb("last_class", "is", null), eb("attempts", "=", 0)]),
          ]),
        )
        .$call(withLock(desk)),
    )
    .execute();
}

/** A lead that came while nobody was named gets one message for each recipient that is named now. */
async function addressDue(tx: Transaction<LeadDatabase>, now: string, desk: OutboxDesk) {
  const { leadsTo } = desk;
  if (leadsTo.length === 0) return;
  const unaddressed = await tx
    .selectFrom("outbox")
    .innerJoin("lead", "lead.id", "outbox.lead_id")
    .select(["outbox.id", "outbox.kind", "lead.id as leadId", "lead.ref"])
    .where("state", "=", "pending")
    .where("next_at", "<=", now)
    .where("restored", "=", 0)
    .where("recipient", "=", "")
    .$call(withLock(desk))
    .execute();
  for (const { id, kind, leadId, ref } of unaddressed) {
    const lead = { id: leadId, ref };
    const named = leadsTo.map((recipient) => outboxRow({ lead, kind, recipient, at: now }));
    await queueAnew(tx, named, now);
    await tx.deleteFrom("outbox").where("id", "=", id).execute();
  }
}

/**
 * The one difference between the stores: in SQLite one transaction writes at a time; in PostgreSQL several claims run at
 * once, and each passes over the rows that another is about to take.
 */
function withLock({ store }: OutboxDesk) {
  return <Tables extends keyof LeadDatabase, Row>(query: SelectQueryBuilder<LeadDatabase, Tables | "outbox", Row>) =>
    store.kind === "postgres" ? query.forUpdate("outbox").skipLocked() : query;
}

function leaseEnd(desk: OutboxDesk): string {
  return later(desk.now(), leaseMs);
}

async function afterAttempt(
  tx: Transaction<LeadDatabase>,
  message: ClaimedMessage,
  outcome: DeliveryOutcome,
  now: Date,
): Promise<Updateable<OutboxTable>> {
  const at = now.toISOString();
  let result = outcome.class;
  switch (outcome.class) {
    case "sent":
      return { state: "sent", sent_at: at };
    case "configuration":
      // About us, not about the message: its attempts and its 72 hours do not count this.
      return { state: "pending", next_at: later(now, probeEveryMs), attempts: message.attempts - 1 };
    case "permanent":
      // Once they have the message, some mean that, and say this by habit.
      if (outcome.reply.startsWith("EMESSAGE") && !message.safe_form) return inSafeForm(at);
      // Of the team's mailboxes that is not believed: it may be said of every recipient.
      if (channels[message.kind].to === "team") break;
      if (await isBelieved(tx, message, outcome, now)) return { state: "dead" };
      result = "refused";
      break;
    case "content":
      if (!message.safe_form) return inSafeForm(at);
      break;
    case "ambiguous":
      if (kindsThat({ isAtMostOnce: true }).includes(message.kind)) return { state: "unconfirmed" };
  }
  if (await hasHadItsTime(tx, message, now)) return { state: "dead", last_class: result };
  return { state: "pending", next_at: later(now, retryDelay(message.attempts)), last_class: result };
}

function inSafeForm(at: string): Updateable<OutboxTable> {
  return { state: "pending", next_at: at, safe_form: 1, last_class: null };
}

/**
 * Whether it is a visitor's address that is wrong. A code of RFC 3463 says so, a check of our own, or a program. Words alone ("all recipients
 * must share the domain of the account") may be said of every visitor: they are believed where the last receipt of anybody else
 * was taken, and else asked again, which the alarm of refused receipts counts.
 */
async function isBelieved(
  tx: Transaction<LeadDatabase>,
  { kind, recipient }: ClaimedMessage,
  { code, reply }: DeliveryOutcome,
  now: Date,
): Promise<boolean> {
  if (channels[kind].by !== "mail" || code === null || /\b\d{3} \d\.\d/.test(reply)) return true;
  const last = await tx
    .selectFrom("attempt")
    .innerJoin("outbox", "outbox.id", "attempt.outbox_id")
    .select("attempt.class")
    .where("outbox.kind", "=", "receipt")
    .where("outbox.recipient", "!=", recipient)
    .where("attempt.class", "in", ["sent", "permanent", "refused"])
    .where("attempt.at", "<", aheadOf(now))
    .orderBy("attempt.at", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.class === "sent";
}

/**
 * Counted from the first attempt: a lead may have waited for weeks before a mail server was configured. What somebody
 * queued again has its time again.
 */
async function hasHadItsTime(tx: Transaction<LeadDatabase>, message: ClaimedMessage, now: Date): Promise<boolean> {
  const { first } = await tx
    .selectFrom("attempt")
    .select(({ fn }) => fn.min("at").as("first"))
    .where("outbox_id", "=", message.id)
    .where("at", ">=", message.queued_at)
    .where("class", "!=", "configuration")
    .executeTakeFirstOrThrow();
  return now.getTime() - Date.parse(first) >= giveUpAfterMs;
}

function later(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}

/** One mail went through, so whatever stopped all of them is mended, and this recipient is not refused any more. */
async function resumeTransport(tx: Transaction<LeadDatabase>, { recipient }: ClaimedMessage, now: Date) {
  await tx
    .updateTable("outbox")
    .set({ next_at: now.toISOString() })
    .where("state", "=", "pending")
    .where("recipient", "=", recipient)
    .where("last_class", "in", ["refused", "permanent"])
    .execute();
  await tx
    .updateTable("outbox")
    .set({ last_class: null, next_at: now.toISOString() })
    .where("state", "=", "pending")
    .where("last_class", "=", "configuration")
    .execute();
}

/** Once: the fallback's own notice that is refused, and one that is refused again, find the row there already. */
async function sendToFallback(
  tx: Transaction<LeadDatabase>,
  { lead_id, kind }: ClaimedMessage,
  now: Date,
  { leadsFallbackTo }: OutboxDesk,
) {
  if (!leadsFallbackTo || !lead_id) return;
  const lead = await tx.selectFrom("lead").select(["id", "ref"]).where("id", "=", lead_id).executeTakeFirstOrThrow();
  await tx
    .insertInto("outbox")
    .values(outboxRow({ lead, kind, recipient: leadsFallbackTo, at: now.toISOString() }))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
