import type { Kysely, Selectable } from "kysely";
import type { LeadDatabase, LeadTable } from "#lib/leads/store/lead-database.ts";
import type { Decision } from "./decision.ts";

type Lead = Selectable<LeadTable>;

/**
 * What a decision about a lead is about, the first of it first: whatever is real, taken or answered is an inquiry with all that
 * amends it, by the mail of whichever it is said; what amends a real inquiry may be spam alone, and stays so. None where the lead
 * is not there any more.
 */
export async function decidedLeads(db: Kysely<LeadDatabase>, ref: string, decision: Decision): Promise<Lead[]> {
  const named = await leadWhere(db, "ref", ref);
  if (!named) return [];
  const amended = decision !== "spam" && named.amends !== null ? await leadWhere(db, "id", named.amends) : undefined;
  const first = amended ?? named;
  const amendments = await db.selectFrom("lead").selectAll().where("amends", "=", first.id).execute();
  const isSpam = first.status === "spam" || decision === "spam";
  return [first, ...amendments.filter(({ ref, status }) => isSpam || status !== "spam" || ref === named.ref)];
}

async function leadWhere(db: Kysely<LeadDatabase>, column: "ref" | "id", value: string): Promise<Lead | undefined> {
  const lead = await db.selectFrom("lead").selectAll().where(column, "=", value).executeTakeFirst();
  return lead?.status === "erased" || lead?.status === "proof" ? undefined : lead;
}
