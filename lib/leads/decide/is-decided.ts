import type { Kysely, Selectable } from "kysely";
import type { LeadDatabase, LeadTable } from "#lib/leads/store/lead-database.ts";
import { type Decision, decisions } from "./decision.ts";

/** Whether a decision would change nothing. Whoever says “mine” of what another has takes it over. */
export async function isDecided(
  db: Kysely<LeadDatabase>,
  { id, status }: Pick<Selectable<LeadTable>, "id" | "status">,
  decision: Decision,
  who: string,
): Promise<boolean> {
  const isMarked = status === "quarantined" || status === "spam";
  if (decision === "spam") return status === "spam";
  if (decision === "not-spam") return !isMarked;
  if (isMarked) return false;
  const last = await db
    .selectFrom("history")
    .select("who")
    .where("lead_id", "=", id)
    .where("what", "=", decisions[decision])
    .orderBy("at", "desc")
    .executeTakeFirst();
  return decision === "mine" ? last?.who === who : last !== undefined;
}
