import type { Kysely } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** The alarm about those that were given up. */
export const decisionsUntaken = "decisions-untaken";

/**
 * What programs have not been told yet of what became of leads, whether it waits or was given up, with the reference of its lead: of all, or of one.
 * It stays where the lead is erased, so no row of `lead` leads to it.
 */
export async function untakenDecisions(db: Kysely<LeadDatabase>, ref?: string) {
  const rows = await db
    .selectFrom("outbox")
    .selectAll()
    .where("kind", "=", "history")
    .where("state", "in", ["pending", "leased", "dead"])
    .$if(ref !== undefined, (query) => query.where("content", "like", `%"ref":"${ref}"%`))
    .orderBy("queued_at")
    .execute();
  return rows
    .map((row) => {
      const { type, data } = JSON.parse(row.content ?? "") as { type: string; data: { ref: string } };
      return { ...row, type, ref: data.ref };
    })
    .filter((row) => ref === undefined || row.ref === ref);
}
