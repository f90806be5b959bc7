import { lastDue } from "./last-due.ts";
import type { LeadDesk } from "./lead-desk.ts";
import { outboxRow } from "./outbox-row.ts";

/** Noon UTC is seven in the morning in Colombia, all year. */
export const reportHour = 12;

/**
 * Tells the team once a day which leads are held, when there are any that it was not told of. The leads are marked in
 * the transaction that writes the mail: of several workers, one finds them unmarked.
 */
export async function queueDigest({
  store,
  recipients,
  now,
}: Pick<LeadDesk, "store" | "recipients" | "now">): Promise<void> {
  if (recipients.length === 0) return;
  const at = now().toISOString();
  const due = lastDue(now(), reportHour).toISOString();
  await store.db.transaction().execute(async (tx) => {
    const told = await tx.selectFrom("lead").select("id").where("digest_at", ">=", due).limit(1).execute();
    if (told.length > 0) return;

    const { numUpdatedRows } = await tx
      .updateTable("lead")
      .set({ digest_at: at })
      .where("status", "=", "quarantined")
      .where("digest_at", "is", null)
      .where("created_at", "<", due)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return;
    await tx
      .insertInto("outbox")
      .values(recipients.map((recipient) => outboxRow({ kind: "digest", recipient, at })))
      .execute();
  });
}
