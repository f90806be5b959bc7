import { sql, type Transaction } from "kysely";
import { lastDue } from "#lib/leads/last-due.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { outboxRow } from "#lib/leads/outbox/outbox-row.ts";
import { untoldLeads } from "#lib/leads/outbox/untold-leads.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** Noon UTC is seven in the morning in Colombia, all year. */
export const reportHour = 12;

// What a person looks through of a morning. Of a flood, the rest follows in the next mails.
const mostNamed = 100;

/**
 * Tells the team once a day which leads are held, when there are any that it was not told of: of those that could be
 * people it names the likeliest, and the others stay for the next day. The leads that it tells of are marked in the
 * transaction that writes the mail.
 */
export async function queueDigest({ store, leadsTo, now }: Pick<LeadDesk, "store" | "leadsTo" | "now">): Promise<void> {
  if (leadsTo.length === 0) return;
  const at = now().toISOString();
  const due = lastDue(now(), reportHour).toISOString();
  await store.db.transaction().execute(async (tx) => {
    // In SQLite one transaction writes at a time. Here another worker would not find what the first is about to mark.
    if (store.kind === "postgres") await sql`SELECT pg_advisory_xact_lock(hashtext('digest'))`.execute(tx);
    const told = await tx.selectFrom("lead").select("id").where("digest_at", ">=", due).limit(1).execute();
    if (told.length > 0) return;

    const { people, others } = await untoldLeads(tx, due);
    const ids = [...people.slice(0, mostNamed), ...others];
    if (ids.length === 0) return;
    await markTold(tx, ids, at);
    await tx
      .insertInto("outbox")
      .values(leadsTo.map((recipient) => outboxRow({ kind: "digest", recipient, at })))
      .execute();
  });
}

async function markTold(tx: Transaction<LeadDatabase>, ids: string[], at: string) {
  // A statement of SQLite takes 32,766 values.
  for (let start = 0; start < ids.length; start += 1_000) {
    await tx
      .updateTable("lead")
      .set({ digest_at: at })
      .where("id", "in", ids.slice(start, start + 1_000))
      .execute();
  }
}
