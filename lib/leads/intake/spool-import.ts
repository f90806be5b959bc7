import { setImmediate as tick } from "node:timers/promises";
import { errorCode } from "#lib/leads/error-code.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { type Repeating, repeat } from "#lib/leads/repeat.ts";
import { storeSpooledLead } from "./store-lead.ts";

const everyMs = 1_000;

/** Moves what waits in the spool into the store, for as long as the site runs. */
export function startSpoolImport(desk: LeadDesk): Repeating {
  const failures = new Map<string, number>();
  return repeat(everyMs, () => importSpool(desk, failures));
}

/**
 * Each lead once: its submission key is unique in the store. A round ends at the first failure, because a store that is
 * locked keeps us waiting for each try; what failed is tried last the next time, so that it holds up no other.
 */
export async function importSpool(desk: LeadDesk, failures = new Map<string, number>()): Promise<void> {
  const tries = ({ key }: { key: string }) => failures.get(key) ?? 0;
  try {
    // While it is away, what waits is not read again each second.
    if (desk.spool.count() > 0) await desk.store.db.selectFrom("lead").select("id").limit(1).execute();
    for (const lead of desk.spool.list().sort((a, b) => tries(a) - tries(b))) {
      // SQLite answers at once, so one after the other would leave nobody else a turn: of 200 leads a reader waited for 4 s.
      await tick();
      failures.set(lead.key, tries(lead) + 1);
      await storeSpooledLead(lead, desk);
      desk.spool.remove(lead);
      failures.delete(lead.key);
    }
  } catch (cause) {
    desk.report("spool not imported", errorCode(cause));
  }
}
