import type { Kysely } from "kysely";
import { finalClasses } from "#lib/leads/outbox/final-classes.ts";
import { isRefused } from "#lib/leads/outbox/is-refused.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { delayedCollections } from "./delayed-collections.ts";
import { delayedOutside } from "./delayed-outside.ts";
import { isReached } from "./is-reached.ts";

/**
 * Whether there are leads of which no mail has reached the team, by what became of those mails: refused for good, or
 * waiting for too long.
 */
export async function unreachedLeads(
  db: Kysely<LeadDatabase>,
  now: Date,
): Promise<{ refused: boolean; waiting: boolean }> {
  const { before, ahead } = delayedOutside(now);
  const rows = await db
    .selectFrom("outbox")
    .innerJoin("lead", "lead.id", "outbox.lead_id")
    .select(["state", "last_class", "status"])
    .distinct()
    .where("kind", "=", "notify")
    .where(({ eb, or, and }) =>
      or([
        eb("state", "=", "dead"),
        and([
          eb("state", "in", ["pending", "leased"]),
          or([eb("last_class", "in", finalClasses), eb("queued_at", "<=", before), eb("queued_at", ">=", ahead)]),
        ]),
      ]),
    )
    .where((eb) => eb.not(isReached(eb)))
    .execute();
  // What is likely spam may be refused for its text: the digest names it each morning.
  const refused = rows
    .filter(isRefused)
    .some(({ status, last_class }) => status !== "quarantined" || last_class !== "content");
  const collected = await delayedCollections(db, now);
  return { refused, waiting: collected.length > 0 || rows.some((row) => !isRefused(row)) };
}
