import { sql, type Transaction } from "kysely";
import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import type { LeadDatabase, LeadRow } from "#lib/leads/store/lead-database.ts";
import { decidedLeads } from "./decided-leads.ts";
import { type Decision, decisions } from "./decision.ts";
import { isDecided } from "./is-decided.ts";
import { markSpam } from "./mark-spam.ts";
import { recordEvent } from "./record-event.ts";
import { releaseLead } from "./release-lead.ts";
import { tellColleagues } from "./tell-colleagues.ts";

type Deciding = {
  ref: string;
  decision: Decision;
  /** The address of the one who says so, or `command line`. */
  who: string;
};

/**
 * What somebody says of a lead, in one transaction with all that follows from it. `already`: it was so before, and nothing was
 * done. `unknown`: there is no such lead any more.
 */
export async function decideLead(
  { ref, decision, who }: Deciding,
  desk: StoreDesk,
): Promise<"done" | "already" | "unknown"> {
  const at = desk.now().toISOString();
  return desk.store.db.transaction().execute(async (tx) => {
    // In SQLite one transaction writes at a time. Here two people who decide at the same moment do so one after the other.
    if (desk.store.kind === "postgres") await sql`SELECT pg_advisory_xact_lock(hashtext('decide'))`.execute(tx);
    const [lead, ...amendments] = await decidedLeads(tx, ref, decision);
    if (!lead) return "unknown";
    if (await isDecided(tx, [lead, ...amendments], decision, who)) return "already";

    const changed = await apply[decision](tx, [lead, ...amendments], desk, at);
    for (const each of changed) await recordEvent(tx, { lead: each, what: decisions[decision], who, at });
    if (decision !== "spam" || lead.status !== "quarantined")
      await tellColleagues(tx, { lead, what: decisions[decision], who, at });
    return "done";
  });
}

/** Gives those that have changed. */
type Apply = (
  tx: Transaction<LeadDatabase>,
  leads: [LeadRow, ...LeadRow[]],
  desk: StoreDesk,
  at: string,
) => Promise<LeadRow[]>;

const apply: Record<Decision, Apply> = {
  "not-spam": (tx, leads, desk, at) => releaseLead(tx, leads, desk, at),
  spam: markSpam,
  // A receipt would promise an answer to somebody who has it.
  answered: (tx, leads, desk, at) => takeUp(tx, leads, desk, at, { withReceipt: false }),
  mine: takeUp,
  open: reopen,
};

/** Nobody answers spam: what was held is released with it. */
async function takeUp(
  tx: Transaction<LeadDatabase>,
  [lead, ...amendments]: [LeadRow, ...LeadRow[]],
  desk: StoreDesk,
  at: string,
  { withReceipt = true } = {},
): Promise<LeadRow[]> {
  await releaseLead(tx, [lead, ...amendments], desk, at, { withReceipt });
  await tx.updateTable("lead").set({ status: "open" }).where("id", "=", lead.id).where("status", "=", "new").execute();
  return [lead];
}

async function reopen(tx: Transaction<LeadDatabase>, [lead]: [LeadRow, ...LeadRow[]]): Promise<LeadRow[]> {
  await tx.updateTable("lead").set({ status: "new" }).where("id", "=", lead.id).where("status", "=", "open").execute();
  return [lead];
}
