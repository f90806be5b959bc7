import { type Selectable, sql, type Transaction } from "kysely";
import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import type { LeadDatabase, LeadTable } from "#lib/leads/store/lead-database.ts";
import { storedLead } from "#lib/leads/store/lead-record.ts";
import { getsReceipt } from "./gets-receipt.ts";
import { outboxRow } from "./outbox-row.ts";
import { queueNotices } from "./queue-notices.ts";

/**
 * Somebody says that a lead that is held is none of a program's, and so what is held of its amendments: who was not told of
 * it is, and its sender gets the receipt that was kept back. False when nothing of that reference is held.
 */
export async function releaseLead(ref: string, desk: StoreDesk): Promise<boolean> {
  const at = desk.now().toISOString();
  return desk.store.db.transaction().execute(async (tx) => {
    // In SQLite one transaction writes at a time.
    if (desk.store.kind === "postgres") await sql`SELECT pg_advisory_xact_lock(hashtext('release'))`.execute(tx);
    const held = await tx
      .selectFrom("lead")
      .selectAll()
      .where("status", "in", ["quarantined", "spam"])
      .where((eb) =>
        eb.or([
          eb("ref", "=", ref),
          eb("amends", "in", (inner) => inner.selectFrom("lead").select("id").where("ref", "=", ref)),
        ]),
      )
      .orderBy("created_at")
      .execute();

    let released = 0;
    for (const lead of held) {
      // Two people may release it at the same moment: for one of them it is no longer held.
      const { numUpdatedRows } = await tx
        .updateTable("lead")
        .set({ status: "new" })
        .where("id", "=", lead.id)
        .where("status", "in", ["quarantined", "spam"])
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) continue;
      await queueNotices(tx, lead, desk, at);
      await queueReceipt(tx, lead, desk, at);
      released += 1;
    }
    return released > 0;
  });
}

/** A person vouches for it: it counts as one with a token. What amends a lead has none of its own. */
async function queueReceipt(
  tx: Transaction<LeadDatabase>,
  lead: Selectable<LeadTable>,
  desk: StoreDesk,
  at: string,
): Promise<void> {
  if (lead.amends !== null || lead.receipt_at !== null) return;
  if (!(await getsReceipt(tx, { email: lead.email, hasToken: true }, desk))) return;
  const recipient = storedLead(lead).fields.email ?? lead.email;
  await tx
    .insertInto("outbox")
    .values(outboxRow({ lead, kind: "receipt", recipient, at }))
    .onConflict((conflict) => conflict.columns(["lead_id", "kind", "recipient"]).doNothing())
    .execute();
  await tx.updateTable("lead").set({ receipt_at: at }).where("id", "=", lead.id).execute();
}
