import type { Kysely } from "kysely";
import { kindsThat } from "#lib/leads/channels.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** The ids of leads of which a message to the team is still to be delivered, or was given up. */
export function undeliveredLeads(db: Kysely<LeadDatabase>) {
  return db
    .selectFrom("outbox")
    .select("lead_id")
    .where("kind", "in", kindsThat({ brings: "lead" }))
    .where("state", "in", ["pending", "leased", "dead"])
    .where("lead_id", "is not", null)
    .$narrowType<{ lead_id: string }>();
}
