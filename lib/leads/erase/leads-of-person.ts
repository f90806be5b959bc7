import type { Kysely } from "kysely";
import { spellingsOf } from "#lib/leads/lookup-address.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** Asks for every lead and amendment under an address, as look-ups write it, in the order in which they came. */
export function leadsOfPerson(db: Kysely<LeadDatabase>, email: string) {
  return db
    .selectFrom("lead")
    .selectAll()
    .where("status", "!=", "proof")
    .where("email", "in", spellingsOf(email))
    .orderBy("created_at")
    .orderBy("id");
}
