import type { Kysely } from "kysely";
import { spellingsOf } from "#lib/leads/lookup-address.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { isOffList } from "./is-off-list.ts";

/** What was said last under an address, whichever of its sign-ups it was said of. */
export type Subscription = { email: string; leadId: string; what: "joined" | "left"; at: string };

/**
 * Everybody who ever confirmed a sign-up, or left; also of one address alone. Whoever left has, by whichever sign-up they said
 * it; who joined is on the list by the last of those that are not erased or spam, and on none where there is none.
 */
export async function subscriptions(db: Kysely<LeadDatabase>, email?: string): Promise<Subscription[]> {
  const said = await db
    .selectFrom("history")
    .innerJoin("lead", "lead.id", "history.lead_id")
    .select(["lead.email", "lead.status", "lead.id as leadId", "history.what", "history.at"])
    .where("history.what", "in", ["joined", "left"])
    .where("lead.form", "=", "newsletter")
    .$if(email !== undefined, (query) => query.where("lead.email", "in", spellingsOf(email ?? "")))
    .orderBy("history.at")
    .$narrowType<{ what: "joined" | "left" }>()
    .execute();
  return Array.from(Map.groupBy(said, ({ email }) => email.normalize("NFC")).values(), (ofOne) => {
    const last = ofOne.at(-1);
    if (last?.what === "left") return last;
    return ofOne.findLast(({ what, status }) => what === "joined" && !isOffList(status));
  }).filter((each) => each !== undefined);
}
