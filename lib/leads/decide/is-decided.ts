import type { Kysely } from "kysely";
import type { LeadDatabase, LeadRow } from "#lib/leads/store/lead-database.ts";
import { type Decision, decisions } from "./decision.ts";
import { isAnswer } from "./is-answer.ts";
import { isMarked } from "./is-marked.ts";

type Lead = Pick<LeadRow, "id" | "status">;

/**
 * Whether a decision about leads, the first of which the others amend, would change nothing. Whoever says “mine” of what
 * another has takes it over.
 */
export async function isDecided(
  db: Kysely<LeadDatabase>,
  [first, ...amendments]: [Lead, ...Lead[]],
  decision: Decision,
  who: string,
): Promise<boolean> {
  if (decision === "spam") return first.status === "spam";
  const answers = db.selectFrom("history").where("lead_id", "=", first.id).where(isAnswer);
  if (decision === "open") return (await answers.select("id").executeTakeFirst()) === undefined;
  const areReal = ![first, ...amendments].some(isMarked);
  if (decision === "not-spam" || !areReal) return areReal;
  const last = await answers
    .select("who")
    .where("what", "=", decisions[decision])
    .orderBy("at", "desc")
    .executeTakeFirst();
  return decision === "mine" ? last?.who === who : last !== undefined;
}
