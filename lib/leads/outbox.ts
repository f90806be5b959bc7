import { randomUUID } from "node:crypto";
import type { Selectable, Transaction } from "kysely";
import type { SmtpOutcome } from "#lib/mail/smtp-mailer.ts";
import type { LeadDatabase, OutboxTable } from "./lead-database.ts";
import type { LeadDesk } from "./lead-desk.ts";
import { outboxRow } from "./outbox-row.ts";
import { retryDelay } from "./retry-delay.ts";

type OutboxDesk = Pick<LeadDesk, "store" | "now" | "recipients" | "siteUrl">;

export type ClaimedMessage = Selectable<OutboxTable> & { lease_token: string };

const leaseMs = 60_000;
const giveUpAfterMs = 72 * 60 * 60_000;

/** Takes messages that are due, the longest waiting first: nobody else sends them while the lease is renewed. */
export async function claimDue(desk: OutboxDesk, limit: number): Promise<ClaimedMessage[]> {
  const now = desk.now().toISOString();
  return desk.store.db.transaction().execute(async (tx) => {
    await takeBackExpired(tx, now);
    await addressDue(tx, now, desk);

    const due = await tx
      .selectFrom("outbox")
      .selectAll()
      .where("state", "=", "pending")
      .where("next_at", "<=", now)
      .where("recipient", "!=", "")
      // The team before the visitor.
      .orderBy("next_at")
      .orderBy("kind")
      .limit(limit)
      .execute();
    if (due.length === 0) return [];

    const lease_token = randomUUID();
    const claim = { state: "leased", lease_token, lease_until: leaseEnd(desk) } as const;
    await tx
      .updateTable("outbox")
      .set(claim)
      .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
      .where(
        "id",
        "in",
        due.map(({ id }) => id),
      )
      .execute();
    return due.map((row) => ({ ...row, ...claim, attempts: row.attempts + 1 }));
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
  outcome: SmtpOutcome,
  ms: number,
  desk: OutboxDesk,
): Promise<boolean> {
  const now = desk.now();
  const at = now.toISOString();
  const result = outcome.accepted ? "sent" : "failed";
  return desk.store.db.transaction().execute(async (tx) => {
    const { code, reply } = outcome;
    await tx
      .insertInto("attempt")
      .values({ id: randomUUID(), outbox_id: message.id, at, code, reply, class: result, ms })
      .execute();
    const next = outcome.accepted
      ? ({ state: "sent", sent_at: at } as const)
      : await afterFailure(tx, message, outcome, now);
    const { numUpdatedRows } = await tx
      .updateTable("outbox")
      .set({ ...next, last_class: result, last_reply: reply, lease_token: null, lease_until: null })
      .where("id", "=", message.id)
      .where("lease_token", "=", message.lease_token)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  });
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

/** At least once to the team, at most once to the visitor: a receipt that may have been sent is not sent again. */
async function takeBackExpired(tx: Transaction<LeadDatabase>, now: string) {
  const expired = tx.updateTable("outbox").where("state", "=", "leased").where("lease_until", "<", now);
  const released = { last_reply: "lease expired", lease_token: null, lease_until: null };
  await expired
    .set({ ...released, state: "unconfirmed" })
    .where("kind", "=", "receipt")
    .execute();
  await expired.set({ ...released, state: "pending", next_at: now }).execute();
}

/** A lead that came while nobody was named gets one message for each recipient that is named now. */
async function addressDue(tx: Transaction<LeadDatabase>, now: string, { recipients, siteUrl }: OutboxDesk) {
  if (recipients.length === 0) return;
  const unaddressed = await tx
    .selectFrom("outbox")
    .innerJoin("lead", "lead.id", "outbox.lead_id")
    .select(["outbox.id", "outbox.kind", "lead.id as leadId", "lead.ref"])
    .where("state", "=", "pending")
    .where("next_at", "<=", now)
    .where("recipient", "=", "")
    .execute();
  for (const { id, kind, leadId, ref } of unaddressed) {
    const lead = { id: leadId, ref };
    await tx
      .insertInto("outbox")
      .values(recipients.map((recipient) => outboxRow({ lead, kind, recipient, siteUrl, at: now })))
      .execute();
    await tx.deleteFrom("outbox").where("id", "=", id).execute();
  }
}

function leaseEnd(desk: OutboxDesk): string {
  return new Date(desk.now().getTime() + leaseMs).toISOString();
}

async function afterFailure(
  tx: Transaction<LeadDatabase>,
  message: ClaimedMessage,
  { mayHaveArrived }: SmtpOutcome,
  now: Date,
) {
  if (mayHaveArrived && message.kind === "receipt") return { state: "unconfirmed" } as const;

  // Counted from the first attempt: a lead may have waited for weeks before a mail server was configured.
  const { first } = await tx
    .selectFrom("attempt")
    .select(({ fn }) => fn.min("at").as("first"))
    .where("outbox_id", "=", message.id)
    .executeTakeFirstOrThrow();
  if (now.getTime() - Date.parse(first) >= giveUpAfterMs) return { state: "dead" } as const;
  return {
    state: "pending",
    next_at: new Date(now.getTime() + retryDelay(message.attempts)).toISOString(),
  } as const;
}
