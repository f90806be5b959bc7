import type { Transaction } from "kysely";
import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** In a flood, mails of their own would bury those of people. */
const ofTheirOwn = { leads: 20, withinMs: 10 * 60_000 };

/** Whether a lead that is likely spam is told of by itself. If not, it is in the next mail that collects them, a minute later. */
export async function getsOwnNotice(
  tx: Transaction<LeadDatabase>,
  { rateLimit, now }: Pick<StoreDesk, "rateLimit" | "now">,
): Promise<boolean> {
  if (!rateLimit) return true;
  const recent = await tx
    .selectFrom("lead")
    .select("id")
    .where("status", "=", "quarantined")
    .where("created_at", ">", new Date(now().getTime() - ofTheirOwn.withinMs).toISOString())
    .limit(ofTheirOwn.leads)
    .execute();
  return recent.length < ofTheirOwn.leads;
}
