import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { offList } from "./is-off-list.ts";

/** That whoever has the address of a lead is on the list, as `subscriptions` has it. Asked of each, since of all who are on it it would be a long list. */
export function isOnList(eb: ExpressionBuilder<LeadDatabase, "lead">): Expression<SqlBool> {
  return eb.and([
    eb.exists(said("joined").select("history.id").where("sign_up.status", "not in", offList)),
    eb(lastTime("joined"), ">", eb.fn.coalesce(lastTime("left"), eb.val(""))),
  ]);

  function lastTime(what: "joined" | "left") {
    return said(what).select(({ fn }) => fn.max("history.at").as("at"));
  }

  function said(what: "joined" | "left") {
    return eb
      .selectFrom("lead as sign_up")
      .innerJoin("history", "history.lead_id", "sign_up.id")
      .whereRef("sign_up.email", "=", "lead.email")
      .where("sign_up.form", "=", "newsletter")
      .where("history.what", "=", what);
  }
}
