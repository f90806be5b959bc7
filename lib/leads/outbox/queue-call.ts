import type { Transaction } from "kysely";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { leadRecord } from "#lib/leads/store/lead-record.ts";
import { dueAnew } from "./due-anew.ts";
import { outboxRow } from "./outbox-row.ts";
import { routeLead } from "./route-lead.ts";

/**
 * Tells everybody who should have the lead, has its notice or waits for it, of the call that was asked for. Of a time that took another's place
 * they get a new mail; what still waits says the time that counts, as it is made when it is sent. Of a time that is over only those are told who
 * were told of none: they can propose another.
 */
export async function queueCall(
  tx: Transaction<LeadDatabase>,
  lead: { id: string; ref: string },
  desk: Pick<LeadDesk, "leadsTo" | "routing">,
  at: string,
): Promise<void> {
  const row = await tx.selectFrom("lead").selectAll().where("id", "=", lead.id).executeTakeFirstOrThrow();
  const told = await tx
    .selectFrom("outbox")
    .select("recipient")
    .where("lead_id", "=", lead.id)
    // The fallback may have a call alone.
    .where("kind", "in", ["notify", "call"])
    .where("state", "!=", "cancelled")
    .execute();
  const named = new Set([...routeLead(leadRecord(row), desk), ...told.map(({ recipient }) => recipient)]);
  // The place of whoever will be named.
  if (named.size > 1) named.delete("");
  const isOver = (row.call_at ?? at) <= at;
  await tx
    .insertInto("outbox")
    .values([...(named.size > 0 ? named : [""])].map((recipient) => outboxRow({ lead, kind: "call", recipient, at })))
    .onConflict((conflict) => {
      if (isOver) return conflict.doNothing();
      return conflict.columns(["lead_id", "kind", "recipient"]).doUpdateSet((eb) => ({
        // Another mail than the last one: a mailbox would take it for a copy.
        message_id: eb.ref("excluded.message_id"),
        ...dueAnew(at),
        // A worker that has the last one is not to say of this one that it was sent.
        lease_token: null,
        lease_until: null,
      }));
    })
    .execute();
}
