import type { Kysely } from "kysely";
import type { LeadDatabase, LeadRow } from "#lib/leads/store/lead-database.ts";
import type { Decision } from "./decision.ts";

/**
 * What a decision about a lead is about, the first of it first: whatever is real, taken or answered is an inquiry with all that
 * amends it, by the mail of whichever it is said; what amends a real inquiry may be spam alone, and stays so. None where the lead
 * is not there any more.
 */
export async function decidedLeads(db: Kysely<LeadDatabase>, ref: string, decision: Decision): Promise<LeadRow[]> {
  const named = await leadWhere(db, "ref", ref);
  if (!named) return [];
  const amended = decision !== "spam" && named.amends !== null ? await leadWhere(db, "id", named.amends) : undefined;
  const first = amended ?? named;
  const amendments = await db.selectFrom("lead").selectAll().where("amends", "=", first.id).execute();
  const isSpam = first.status === "spam" || decision === "spam";
  return [first, ...amendments.filter(({ ref, status }) => isSpam || status !== "spam" || ref === named.ref)];
}

async function leadWhere(db: Kysely<LeadDatabase>, column: "ref" | "id", value: string): Promise<LeadRow | undefined> {
  const lead = await db.selectFrom("lead").selectAll().where(column, "=", value).executeTakeFirst();
  return lead?.status === "erased" || lead?.status === "proof" ? undefined : lead;
}
