import type { Kysely } from "kysely";
import { couldBePerson } from "#lib/leads/spam/spam-score.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { likeliestFirst } from "./likeliest-first.ts";

/** Ids of the held leads that no digest has told of: those that could be people, the likeliest first, and all others. */
export async function untoldLeads(db: Kysely<LeadDatabase>, before: string) {
  const held = await db
    .selectFrom("lead")
    .select(["id", "spam_score", "spam_reasons", "sender_code", "created_at"])
    .where("status", "=", "quarantined")
    .where("digest_at", "is", null)
    .where("created_at", "<", before)
    .execute();
  const { people = [], others = [] } = Object.groupBy(held, ({ spam_score: score, spam_reasons }) =>
    couldBePerson({ score, reasons: JSON.parse(spam_reasons) }) ? "people" : "others",
  );
  return { people: likeliestFirst(people).map(({ id }) => id), others: others.map(({ id }) => id) };
}
