import type { Transaction } from "kysely";
import type { LeadDatabase, LeadRow } from "#lib/leads/store/lead-database.ts";

/** What somebody looked at and does not want: messages about it that did not go out yet stay. Gives the leads that it marked. */
export async function markSpam(tx: Transaction<LeadDatabase>, leads: LeadRow[]): Promise<LeadRow[]> {
  const others = leads.filter(({ status }) => status !== "spam" && status !== "erased");
  const ids = others.map(({ id }) => id);
  await tx.updateTable("lead").set({ status: "spam" }).where("id", "in", ids).execute();
  await tx
    .updateTable("outbox")
    .set({ state: "cancelled" })
    .where("lead_id", "in", ids)
    .where("state", "in", ["pending", "dead"])
    .execute();
  return others;
}
