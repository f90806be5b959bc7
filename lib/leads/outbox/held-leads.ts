import type { Kysely } from "kysely";
import { couldBePerson } from "#lib/leads/spam/spam-score.ts";
import { isHeld } from "#lib/leads/store/is-held.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** Asks for what is held: what it takes to say which is the likeliest to be a person's. */
export function heldLeads(db: Kysely<LeadDatabase>) {
  return db
    .selectFrom("lead")
    .select(["id", "spam_score", "spam_reasons", "sender_code", "created_at", "digest_at"])
    .where(isHeld);
}

type Held = Awaited<ReturnType<ReturnType<typeof heldLeads>["execute"]>>[number];

export function couldBePersons({ spam_score: score, spam_reasons }: Held): boolean {
  return couldBePerson({ score, reasons: JSON.parse(spam_reasons) });
}
