import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { buryUnstored } from "./bury-unstored.ts";
import { eraseLeads } from "./erase-leads.ts";
import type { Erasures } from "./erased-list.ts";
import { wipeErased } from "./wipe-erased.ts";

// SQLite takes 32,766 values in a statement.
const atOnce = 1_000;

/** Erases what was erased before, in a store and a spool that are from before that. Gives how many. */
export async function eraseAgain(
  erasures: Erasures,
  { store, spool, now }: Pick<LeadDesk, "store" | "spool" | "now">,
): Promise<number> {
  const at = now().toISOString();
  // A reference may have been given anew since: what came later is somebody else's.
  const wasErased = ({ ref, at }: { ref: string; at: string }) => at <= (erasures.get(ref) ?? "");
  const spooled = spool.list().filter(wasErased);
  const refs = [...erasures.keys()];
  const stored = await eraseLeads(store, { at, who: "restore" }, async (tx) => {
    const leads = [];
    for (let start = 0; start < refs.length; start += atOnce) {
      const some = refs.slice(start, start + atOnce);
      const query = tx.selectFrom("lead").selectAll().where("ref", "in", some).where("status", "!=", "erased");
      leads.push(...(await query.execute()));
    }
    await buryUnstored(tx, spooled, at);
    return leads.filter(({ ref, created_at }) => wasErased({ ref, at: created_at }));
  });
  for (const lead of spooled) spool.remove(lead);
  if (stored > 0) await wipeErased(store);
  return stored + spooled.length;
}
