import type { Kysely } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** Asks for the leads that the team has: a colleague, or the fallback, is the team. */
export function reachedLeads(db: Kysely<LeadDatabase>) {
  return db
    .selectFrom("outbox")
    .select("lead_id")
    .where("kind", "=", "notify")
    .where("state", "=", "sent")
    .where("lead_id", "is not", null)
    .$narrowType<{ lead_id: string }>();
}
