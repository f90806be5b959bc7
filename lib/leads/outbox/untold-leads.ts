import type { Kysely } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { couldBePersons, heldLeads } from "./held-leads.ts";
import { likeliestFirst } from "./likeliest-first.ts";
import { mostNamed } from "./undecided-leads.ts";

/** Ids of the leads of a flood that could be people, and of which nobody was told at all; the likeliest first. */
export async function untoldLeads(db: Kysely<LeadDatabase>, since: string): Promise<string[]> {
  const held = await heldLeads(db)
    .where("created_at", ">", since)
    .where("digest_at", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("outbox").select("outbox.id").whereRef("lead_id", "=", "lead.id"))),
    )
    .execute();
  return likeliestFirst(held.filter(couldBePersons))
    .slice(0, mostNamed)
    .map(({ id }) => id);
}
