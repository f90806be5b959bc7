import { setImmediate as tick } from "node:timers/promises";
import { errorCode } from "#lib/leads/error-code.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { type Repeating, repeat } from "#lib/leads/repeat.ts";
import { formKey } from "./lead-keys.ts";
import type { SpooledLead } from "./spool.ts";
import { storeSpooledLead } from "./store-lead.ts";

const everyMs = 1_000;
/** So often a store that is locked for a moment may fail. */
const triesInOrder = 5;
/** So often it may fail at one lead after it took another. */
const triesBesideOthers = 3;

/** Moves what waits in the spool into the store, for as long as the site runs. */
export function startSpoolImport(desk: LeadDesk): Repeating {
  const failures = new Map<string, number>();
  return repeat(
    everyMs,
    () => importSpool(desk, failures),
    (cause) => desk.report("spool not imported", errorCode(cause)),
  );
}

/**
 * Each lead once: its submission key is unique in the store. A round ends at the first failure, because a store that is
 * locked keeps us waiting for each try; what failed is tried last the next time, so that it holds up no other.
 */
export async function importSpool(desk: LeadDesk, failures = new Map<string, number>()): Promise<void> {
  const failed = (name: string) => failures.get(name) ?? 0;
  // What one person said in one form stays in its order, for a while.
  const tries = (lead: SpooledLead) =>
    failed(sayerOf(lead)) < triesInOrder ? failed(sayerOf(lead)) : failed(lead.key);
  let tried: SpooledLead | undefined;
  let stored = 0;
  try {
    // While it is away, what waits is not read again each second.
    if (desk.spool.count() > 0) await desk.store.db.selectFrom("lead").select("id").limit(1).execute();
    for (const lead of desk.spool.list().sort((a, b) => tries(a) - tries(b))) {
      // SQLite answers at once, so one after the other would leave nobody else a turn: of 200 leads a reader waited for 4 s.
      await tick();
      tried = lead;
      for (const name of [sayerOf(lead), lead.key]) failures.set(name, failed(name) + 1);
      await storeSpooledLead(lead, desk);
      desk.spool.remove(lead);
      stored++;
      for (const name of [sayerOf(lead), lead.key, besideOthers(lead)]) failures.delete(name);
    }
  } catch (cause) {
    desk.report("spool not imported", errorCode(cause));
    if (!tried) return;
    if (stored > 0) failures.set(besideOthers(tried), failed(besideOthers(tried)) + 1);
    // All that comes would wait behind it, for ever.
    if (failed(besideOthers(tried)) >= triesBesideOthers) desk.spool.setApart(tried);
  }
}

function besideOthers({ key }: SpooledLead): string {
  return `${key} beside others`;
}

/** The address as it was typed: a lead that cannot be read may have none. */
function sayerOf({ submission, fields, key }: SpooledLead): string {
  return `${formKey(submission) ?? key} ${fields.email}`;
}
