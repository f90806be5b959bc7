import type { Insertable, Transaction } from "kysely";
import type { LeadDatabase, OutboxTable } from "#lib/leads/store/lead-database.ts";
import { dueAnew } from "./due-anew.ts";

/** Puts messages into the outbox. One that was there and is cancelled comes back; of others that are there none comes twice. */
export async function queueAnew(tx: Transaction<LeadDatabase>, messages: Insertable<OutboxTable>[], at: string) {
  await tx
    .insertInto("outbox")
    .values(messages)
    .onConflict((conflict) =>
      conflict
        .columns(["lead_id", "kind", "recipient"])
        .doUpdateSet(dueAnew(at))
        .where("outbox.state", "=", "cancelled"),
    )
    .execute();
}
