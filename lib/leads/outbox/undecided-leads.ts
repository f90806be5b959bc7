import type { Kysely } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { couldBePersons, heldLeads } from "./held-leads.ts";
import { likeliestFirst } from "./likeliest-first.ts";

/** What a person looks through of a morning, and what Gmail shows of a mail: 102 kB. Of a flood, the rest follows in the next mails. */
export const mostNamed = 50;

/**
 * Ids of the leads that are held and that nobody decided about, fifty at most: first those that could be people, then
 * those that no digest has named yet, the likeliest before the others. What is dated `ahead` or later is older, too.
 */
export async function undecidedLeads(
  db: Kysely<LeadDatabase>,
  { before, ahead }: { before: string; ahead: string },
): Promise<string[]> {
  const rows = await heldLeads(db)
    .where(({ eb, not, and }) => not(and([eb("created_at", ">=", before), eb("created_at", "<", ahead)])))
    .execute();
  const held = likeliestFirst(rows);
  return held
    .map((lead) => ({ id: lead.id, place: (couldBePersons(lead) ? 0 : 2) + (lead.digest_at === null ? 0 : 1) }))
    .sort((a, b) => a.place - b.place)
    .slice(0, mostNamed)
    .map(({ id }) => id);
}
