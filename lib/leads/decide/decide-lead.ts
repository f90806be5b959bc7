import { sql, type Transaction } from "kysely";
import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import type { LeadDatabase, LeadRow, LeadStatus } from "#lib/leads/store/lead-database.ts";
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

    const events = await apply[decision](tx, [lead, ...amendments], desk, at);
    for (const event of events) await recordEvent(tx, { ...event, who, at });
    if (decision !== "spam" || lead.status !== "quarantined")
      await tellColleagues(tx, { lead, what: decisions[decision], who, at });
    return "done";
  });
}

type Event = { lead: LeadRow; what: (typeof decisions)[Decision] };

/** Gives what has become of which. */
type Apply = (
  tx: Transaction<LeadDatabase>,
  leads: [LeadRow, ...LeadRow[]],
  desk: StoreDesk,
  at: string,
) => Promise<Event[]>;

const apply: Record<Decision, Apply> = {
  "not-spam": release,
  async spam(tx, leads) {
    return (await markSpam(tx, leads)).map((lead) => ({ lead, what: "spam" }));
  },
  // A receipt would promise an answer to somebody who has it.
  async answered(tx, leads, desk, at) {
    const released = await release(tx, leads, desk, at, { withReceipt: false });
    return [...released, await turn(tx, leads[0], { from: "new", to: "open", what: "answered" })];
  },
  async mine(tx, leads, desk, at) {
    const released = await release(tx, leads, desk, at);
    return [...released, await turn(tx, leads[0], { from: "new", to: "open", what: "taken" })];
  },
  async open(tx, leads, desk, at) {
    const released = await release(tx, leads, desk, at);
    return [...released, await turn(tx, leads[0], { from: "open", to: "new", what: "reopened" })];
  },
};

/** Nobody answers spam: whoever takes, has answered or leaves to others what was held says that it is none. */
async function release(...[tx, leads, desk, at, options]: Parameters<typeof releaseLead>): Promise<Event[]> {
  return (await releaseLead(tx, leads, desk, at, options)).map((lead) => ({ lead, what: "released" }));
}

/** Only between these two: whoever works by the export may have put it further. */
async function turn(
  tx: Transaction<LeadDatabase>,
  lead: LeadRow,
  { from, to, what }: { from: LeadStatus; to: LeadStatus; what: Event["what"] },
): Promise<Event> {
  await tx.updateTable("lead").set({ status: to }).where("id", "=", lead.id).where("status", "=", from).execute();
  return { lead, what };
}
