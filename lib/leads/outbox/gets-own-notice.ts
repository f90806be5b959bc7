import type { Transaction } from "kysely";
import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** In a flood, mails of their own would bury those of people. */
const ofTheirOwn = { leads: 20, withinMs: 10 * 60_000 };

/**
 * Whether a lead that is likely spam is told of by itself. If not, it is in the next mail that collects them, a minute later. What waited for
 * the store came long ago, and is told of now.
 */
export async function getsOwnNotice(
  tx: Transaction<LeadDatabase>,
  { rateLimit, now }: Pick<StoreDesk, "rateLimit" | "now">,
): Promise<boolean> {
  if (!rateLimit) return true;
  const since = new Date(now().getTime() - ofTheirOwn.withinMs).toISOString();
  const came = await tx
    .selectFrom("lead")
    .select("id")
    .where("status", "=", "quarantined")
    .where("created_at", ">", since)
    .limit(ofTheirOwn.leads)
    .execute();
  if (came.length === ofTheirOwn.leads) return false;
  const told = await tx
    .selectFrom("outbox")
    .innerJoin("lead", "lead.id", "outbox.lead_id")
    .select("lead.id")
    .distinct()
    .where("outbox.state", "in", ["pending", "leased", "sent", "dead"])
    // None is due before it is queued: by what is due since then, few are looked at.
    .where("outbox.next_at", ">", since)
    .where("outbox.queued_at", ">", since)
    .where("outbox.kind", "=", "notify")
    .where("lead.status", "=", "quarantined")
    .limit(ofTheirOwn.leads)
    .execute();
  return told.length < ofTheirOwn.leads;
}
