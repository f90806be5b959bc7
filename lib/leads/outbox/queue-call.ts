import type { Transaction } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { outboxRow } from "./outbox-row.ts";

/**
 * Tells everybody who has the notice of a lead, or waits for it, of the call that was asked for. Of a time that took another's place they get
 * a new mail; what still waits says the time that counts, as it is made when it is sent.
 */
export async function queueCall(
  tx: Transaction<LeadDatabase>,
  lead: { id: string; ref: string },
  at: string,
): Promise<void> {
  const told = await tx
    .selectFrom("outbox")
    .select("recipient")
    .where("lead_id", "=", lead.id)
    .where("kind", "=", "notify")
    .where("state", "!=", "cancelled")
    .execute();
  if (told.length === 0) return;
  await tx
    .insertInto("outbox")
    .values(told.map(({ recipient }) => outboxRow({ lead, kind: "call", recipient, at })))
    .onConflict((conflict) =>
      conflict.columns(["lead_id", "kind", "recipient"]).doUpdateSet((eb) => ({
        // Another mail than the last one: a mailbox would take it for a copy.
        message_id: eb.ref("excluded.message_id"),
        state: "pending",
        queued_at: at,
        next_at: at,
        attempts: 0,
        safe_form: 0,
        restored: 0,
        last_class: null,
        // A worker that has the last one is not to say of this one that it was sent.
        lease_token: null,
        lease_until: null,
      })),
    )
    .execute();
}
