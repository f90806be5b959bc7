import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** That the team has the lead of a message: a colleague, or the fallback, is the team. Asked of each, since of all leads ever told it would be a long list. */
export function isReached({ exists, selectFrom }: ExpressionBuilder<LeadDatabase, "outbox">): Expression<SqlBool> {
  return exists(
    selectFrom("outbox as reached")
      .select("reached.id")
      .whereRef("reached.lead_id", "=", "outbox.lead_id")
      .where("reached.kind", "=", "notify")
      .where("reached.state", "=", "sent"),
  );
}
