import { setImmediate as turn } from "node:timers/promises";
import type { DeliveryDesk } from "./deliver-message.ts";
import { eraseLeads } from "./erase-leads.ts";
import { undeliveredLeads } from "./undelivered-leads.ts";
import { wipeErased } from "./wipe-erased.ts";

const dayMs = 24 * 60 * 60_000;
/** A visitor who writes meanwhile waits for so many at most. */
const atOnce = 200;

/**
 * Erases leads that are older than RETENTION_DAYS, also those that are held. One that is still to reach the team stays
 * until it did or was given up, which raised an alarm.
 */
export async function eraseOldLeads({
  store,
  now,
  retentionDays,
  report,
}: Pick<DeliveryDesk, "store" | "now" | "retentionDays" | "report">): Promise<void> {
  if (retentionDays === undefined) return;
  const at = now().toISOString();
  const before = new Date(now().getTime() - retentionDays * dayMs).toISOString();
  let erased = 0;
  for (;;) {
    const count = await eraseLeads(store, at, (tx) =>
      tx
        .selectFrom("lead")
        .selectAll()
        .where("created_at", "<", before)
        .where("status", "not in", ["erased", "proof"])
        .where("id", "not in", undeliveredLeads(tx).where("state", "!=", "dead"))
        .limit(atOnce)
        .execute(),
    );
    erased += count;
    if (count < atOnce) break;
    await turn();
  }
  if (erased === 0) return;
  await wipeErased(store);
  report("leads older than RETENTION_DAYS erased", erased);
}
