import { isMarked } from "#lib/leads/decide/is-marked.ts";
import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import { queueCall } from "#lib/leads/outbox/queue-call.ts";
import type { LeadRow } from "#lib/leads/store/lead-database.ts";

/** Each is a mail to everybody who has the lead. */
const mostAsked = 3;

type Asked = {
  slot: Date;
  /** Undefined where it is not known. */
  zone: string | undefined;
};

/**
 * Writes down when somebody would like to be called, and tells the team, in one transaction. What is held or was called spam tells nobody:
 * whoever releases it is told. The last time counts.
 */
export async function askForCall(
  { id, ref }: Pick<LeadRow, "id" | "ref">,
  { slot, zone }: Asked,
  { store, now, ...desk }: Pick<StoreDesk, "store" | "now" | "leadsTo" | "routing">,
): Promise<"done" | "already" | "often" | "gone"> {
  const call_at = slot.toISOString();
  return store.db.transaction().execute(async (tx) => {
    // All that is asked is asked by the writing: of two posts at the same moment the second finds what the first has written.
    const { numUpdatedRows } = await tx
      .updateTable("lead")
      .set((eb) => ({ call_at, call_zone: zone ?? null, calls: eb("calls", "+", 1) }))
      .where("id", "=", id)
      .where("status", "!=", "erased")
      .where("calls", "<", mostAsked)
      .where(({ eb, or }) => or([eb("call_at", "is", null), eb("call_at", "!=", call_at)]))
      .executeTakeFirstOrThrow();
    const lead = await tx.selectFrom("lead").select(["status", "call_at"]).where("id", "=", id).executeTakeFirst();
    if (!lead || lead.status === "erased") return "gone";
    if (numUpdatedRows === 0n) return lead.call_at === call_at ? "already" : "often";
    if (!isMarked(lead)) await queueCall(tx, { id, ref }, desk, now().toISOString());
    return "done";
  });
}
