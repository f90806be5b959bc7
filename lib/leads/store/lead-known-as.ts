import type { Kysely } from "kysely";
import type { LeadDatabase } from "./lead-database.ts";

/** By its reference, or by another that a visitor was shown while the store was away. */
export async function leadKnownAs(ref: string, db: Kysely<LeadDatabase>) {
  const byRef = await db.selectFrom("lead").selectAll().where("ref", "=", ref).executeTakeFirst();
  if (byRef) return byRef;
  return db
    .selectFrom("lead")
    .selectAll()
    .where("id", "in", (inner) =>
      inner.selectFrom("history").select("lead_id").where("what", "=", "shown-as").where("who", "=", ref),
    )
    .executeTakeFirst();
}
