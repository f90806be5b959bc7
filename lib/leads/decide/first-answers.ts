import type { Kysely } from "kysely";
import { formsForOthers } from "#lib/leads/form/is-for-sales.ts";
import { isNoAmendment } from "#lib/leads/store/is-no-amendment.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { answers, isAnswer } from "./is-answer.ts";

/** Of leads that came in a period, or that were answered first in it. */
type Period = { of: "created_at" | "answered_at"; since: string; before: string };

/**
 * Milliseconds from each inquiry to the first time that somebody said “mine” or “answered” of it and nobody took that back.
 * What amends another waits for no answer of its own, and spam, sign-ups and applications for none.
 */
export async function firstAnswers(db: Kysely<LeadDatabase>, { of, since, before }: Period): Promise<number[]> {
  const answeredThen = db
    .selectFrom("history as then")
    .select("then.lead_id")
    .where("then.what", "in", answers)
    .where("then.at", ">=", since)
    .where("then.at", "<", before);
  const answered = db
    .selectFrom("history")
    .innerJoin("lead", "lead.id", "history.lead_id")
    .select(({ fn }) => ["lead.id", "created_at", fn.min("history.at").as("answered_at")])
    // Of all that there are, no more is looked through than can be of the period.
    .$if(of === "created_at", (query) => query.where("created_at", ">=", since).where("created_at", "<", before))
    .$if(of === "answered_at", (query) => query.where("history.lead_id", "in", answeredThen))
    .where(isAnswer)
    .where(isNoAmendment)
    .where("status", "!=", "spam")
    .where("form", "!=", "newsletter")
    .where("form", "not in", formsForOthers)
    .groupBy(["lead.id", "created_at"])
    .as("answered");
  const rows = await db
    .selectFrom(answered)
    .select(["created_at", "answered_at"])
    .where(of, ">=", since)
    .where(of, "<", before)
    .execute();
  return rows.map(({ created_at, answered_at }) => Date.parse(answered_at) - Date.parse(created_at));
}
