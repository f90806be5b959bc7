import type { Transaction } from "kysely";
import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import { getsReceipt } from "#lib/leads/outbox/gets-receipt.ts";
import { outboxRow } from "#lib/leads/outbox/outbox-row.ts";
import { queueAnew } from "#lib/leads/outbox/queue-anew.ts";
import { queueNotices } from "#lib/leads/outbox/queue-notices.ts";
import type { LeadDatabase, LeadRow } from "#lib/leads/store/lead-database.ts";
import { storedLead } from "#lib/leads/store/lead-record.ts";
import { isAnswer } from "./is-answer.ts";
import { isMarked } from "./is-marked.ts";

/**
 * Those of the leads that are held, or were called spam, are real: who was not told of them is, and their senders get the
 * receipts that were kept back. Gives the leads that it released.
 */
export async function releaseLead(
  tx: Transaction<LeadDatabase>,
  leads: LeadRow[],
  desk: StoreDesk,
  at: string,
  { withReceipt = true } = {},
): Promise<LeadRow[]> {
  const marked = leads.filter(isMarked);
  for (const lead of marked) {
    const status = (await hasAnswer(tx, lead)) ? "open" : "new";
    await tx.updateTable("lead").set({ status }).where("id", "=", lead.id).execute();
    await queueNotices(tx, lead, desk, at);
  }
  // One that was waiting when its lead was called spam comes back; for all that had none there is one, about the first.
  const withOne = marked.filter(({ receipt_at }) => receipt_at !== null);
  for (const lead of withReceipt ? new Set([...marked.slice(0, 1), ...withOne]) : []) {
    await queueReceipt(tx, lead, desk, at);
  }
  return marked;
}

/** Somebody took it, or answered it, before it was called spam. */
async function hasAnswer(tx: Transaction<LeadDatabase>, { id }: LeadRow): Promise<boolean> {
  const answers = tx.selectFrom("history").select("id").where("lead_id", "=", id).where(isAnswer);
  return (await answers.executeTakeFirst()) !== undefined;
}

/** A person vouches for it: it counts as one with a token. */
async function queueReceipt(tx: Transaction<LeadDatabase>, lead: LeadRow, desk: StoreDesk, at: string): Promise<void> {
  if (lead.receipt_at === null && !(await getsReceipt(tx, { ...lead, hasToken: true }, desk))) return;
  const recipient = storedLead(lead).fields.email ?? lead.email;
  await queueAnew(tx, [outboxRow({ lead, kind: "receipt", recipient, at })], at);
  await tx.updateTable("lead").set({ receipt_at: at }).where("id", "=", lead.id).execute();
}
