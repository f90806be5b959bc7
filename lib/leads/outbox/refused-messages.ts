import type { Kysely } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { finalClasses } from "./final-classes.ts";

/** What was refused for good, given up or not, with its lead. What is being sent again is not among it. */
export function refusedMessages(db: Kysely<LeadDatabase>) {
  return db
    .selectFrom("outbox")
    .leftJoin("lead", "lead.id", "outbox.lead_id")
    .where(({ eb, and, or }) =>
      or([eb("state", "=", "dead"), and([eb("state", "=", "pending"), eb("last_class", "in", finalClasses)])]),
    );
}
