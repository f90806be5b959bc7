import type { Kysely } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/**
 * Whether there are leads of which no mail has reached the team, by what became of those mails: given up, or waiting
 * since before a moment. A colleague who has it, or the fallback, is the team.
 */
export async function unreachedLeads(
  db: Kysely<LeadDatabase>,
  waitingSince: string,
): Promise<{ givenUp: boolean; waiting: boolean }> {
  const rows = await db
    .selectFrom("outbox")
    .select("state")
    .distinct()
    .where("kind", "=", "notify")
    .where(({ eb, or, and }) =>
      or([
        eb("state", "=", "dead"),
        and([eb("state", "in", ["pending", "leased"]), eb("queued_at", "<=", waitingSince)]),
      ]),
    )
    .where("lead_id", "not in", (inner) =>
      inner
        .selectFrom("outbox")
        .select("lead_id")
        .where("kind", "=", "notify")
        .where("state", "=", "sent")
        .where("lead_id", "is not", null)
        .$narrowType<{ lead_id: string }>(),
    )
    .execute();
  const has = (state: string) => rows.some((row) => row.state === state);
  return { givenUp: has("dead"), waiting: has("pending") || has("leased") };
}
