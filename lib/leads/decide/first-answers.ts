import type { Kysely } from "kysely";
import { formsForOthers } from "#lib/leads/form/is-for-sales.ts";
import { isNoAmendment } from "#lib/leads/store/is-no-amendment.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { isAnswer } from "./is-answer.ts";

/** Of leads that came in a period, or that were answered first in it. */
type Period = { of: "created_at" | "answered_at"; since: string; before: string };

export type FirstAnswers = { leads: number; median: number; slowest: number };

/**
 * Milliseconds from an inquiry to the first time that somebody said “mine” or “answered” of it and nobody took that back; undefined
 * where nobody did. What amends another waits for no answer of its own, and spam, sign-ups and applications for none.
 */
export async function firstAnswers(
  db: Kysely<LeadDatabase>,
  { of, since, before }: Period,
): Promise<FirstAnswers | undefined> {
  const answered = db
    .selectFrom("history")
    .innerJoin("lead", "lead.id", "history.lead_id")
    .select(({ fn }) => ["lead.id", "created_at", fn.min("history.at").as("answered_at")])
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
  const waits = rows.map(({ created_at, answered_at }) => Date.parse(answered_at) - Date.parse(created_at));
  waits.sort((a, b) => a - b);
  const median = waits[Math.ceil(waits.length / 2) - 1];
  const slowest = waits.at(-1);
  return median === undefined || slowest === undefined ? undefined : { leads: waits.length, median, slowest };
}
