import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

export const answers = ["taken", "answered"] as const;

/** That by it an inquiry has been answered, or somebody has said that they answer it, and nobody has taken that back since. */
export function isAnswer({
  eb,
  and,
  not,
  exists,
  selectFrom,
}: ExpressionBuilder<LeadDatabase, "history">): Expression<SqlBool> {
  const takenBack = selectFrom("history as later")
    .select("later.id")
    .whereRef("later.lead_id", "=", "history.lead_id")
    .whereRef("later.at", ">=", "history.at")
    .where("later.what", "=", "reopened");
  return and([eb("history.what", "in", answers), not(exists(takenBack))]);
}
