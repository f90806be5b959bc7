import type { Kysely } from "kysely";
import { kindsThat } from "#lib/leads/channels.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** For how many seconds the oldest message that brings a lead has waited; 0 while none does. */
export async function oldestWaiting(db: Kysely<LeadDatabase>, now: Date): Promise<number> {
  const { queued } = await db
    .selectFrom("outbox")
    .select(({ fn }) => fn.min("queued_at").as("queued"))
    .where("state", "in", ["pending", "leased"])
    .where("kind", "in", kindsThat({ brings: "lead" }))
    .executeTakeFirstOrThrow();
  return queued === null ? 0 : Math.max(0, (now.getTime() - Date.parse(queued)) / 1_000);
}
