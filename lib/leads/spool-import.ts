import { setTimeout as wait } from "node:timers/promises";
import { errorCode } from "./error-code.ts";
import type { LeadDesk } from "./lead-desk.ts";
import { storeSpooledLead } from "./submit-lead.ts";

export type SpoolImport = { stop(): Promise<void> };

const everyMs = 1_000;

/** Moves what waits in the spool into the store, for as long as the site runs. */
export function startSpoolImport(desk: LeadDesk): SpoolImport {
  const stopping = new AbortController();
  const failures = new Map<string, number>();
  const loop = run();
  return {
    stop() {
      stopping.abort();
      return loop;
    },
  };

  async function run() {
    while (!stopping.signal.aborted) {
      await importSpool(desk, failures);
      await wait(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(ignoreAbort);
    }
  }
}

/**
 * Each lead once: its submission key is unique in the store. A round ends at the first failure, because a store that is
 * locked keeps us waiting for each try; what failed is tried last the next time, so that it holds up no other.
 */
export async function importSpool(desk: LeadDesk, failures = new Map<string, number>()): Promise<void> {
  const tries = ({ key }: { key: string }) => failures.get(key) ?? 0;
  try {
    for (const lead of desk.spool.list().sort((a, b) => tries(a) - tries(b))) {
      failures.set(lead.key, tries(lead) + 1);
      await storeSpooledLead(lead, desk);
      desk.spool.remove(lead);
      failures.delete(lead.key);
    }
  } catch (cause) {
    desk.report("spool not imported", errorCode(cause));
  }
}

function ignoreAbort(error: unknown) {
  if (!(error instanceof Error && error.name === "AbortError")) throw error;
}
