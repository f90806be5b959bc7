import { sql, type Transaction } from "kysely";
import type { LeadDatabase, LeadRow, MessageState } from "#lib/leads/store/lead-database.ts";

/**
 * What somebody looked at and does not want: messages about it that did not go out yet stay. One that is being sent does if that
 * fails (`recordAttempt`). Gives the leads that it marked.
 */
export async function markSpam(tx: Transaction<LeadDatabase>, leads: LeadRow[]): Promise<LeadRow[]> {
  const others = leads.filter(({ status }) => status !== "spam" && status !== "erased");
  const ids = others.map(({ id }) => id);
  await tx.updateTable("lead").set({ status: "spam" }).where("id", "in", ids).execute();
  await tx
    .updateTable("outbox")
    // On PostgreSQL also what is being sent is waited for: it may be recorded as waiting at this moment.
    .set({ state: sql<MessageState>`CASE state WHEN 'leased' THEN 'leased' ELSE 'cancelled' END` })
    .where("lead_id", "in", ids)
    .where("state", "in", ["pending", "leased", "dead"])
    .execute();
  return others;
}
