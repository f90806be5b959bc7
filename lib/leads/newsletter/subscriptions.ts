import type { Kysely } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

import { offList } from "./off-list.ts";

/** What was said last under an address, whichever of its sign-ups it was said of. */
export type Subscription = { email: string; leadId: string; what: "joined" | "left"; at: string };

/** Everybody who ever confirmed a sign-up, or left; of those who were erased or are spam nothing. Also of one address alone. */
export async function subscriptions(db: Kysely<LeadDatabase>, email?: string): Promise<Subscription[]> {
  const said = await db
    .selectFrom("history")
    .innerJoin("lead", "lead.id", "history.lead_id")
    .select(["lead.email", "lead.id as leadId", "history.what", "history.at"])
    .where("history.what", "in", ["joined", "left"])
    .where("lead.form", "=", "newsletter")
    .where("lead.status", "not in", offList)
    .$if(email !== undefined, (query) => query.where("lead.email", "=", email ?? ""))
    .orderBy("history.at")
    .$narrowType<{ what: "joined" | "left" }>()
    .execute();
  return [...new Map(said.map((each) => [each.email, each])).values()];
}
