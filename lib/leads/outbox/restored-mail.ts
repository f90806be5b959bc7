import type { Kysely } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/**
 * What was waiting when a copy was made that was restored later may have been sent since. Nothing of it is sent until
 * somebody decides. It is marked, and not told by its time: clocks are put back, and were ahead.
 */
function held(db: Kysely<LeadDatabase>) {
  return db.updateTable("outbox").where("state", "=", "pending").where("restored", "=", 1);
}

/** Holds what waits in a copy, or of a lead that waited in its spool. Gives how many messages. */
export async function holdRestored(db: Kysely<LeadDatabase>, leadId?: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("outbox")
    // Whoever was sending it does so from where the copy was made.
    .set({ restored: 1, state: "pending", lease_token: null, lease_until: null })
    .where("state", "in", ["pending", "leased"])
    .$if(leadId !== undefined, (query) => query.where("lead_id", "=", leadId ?? ""))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export async function countRestored(db: Kysely<LeadDatabase>): Promise<number> {
  return (await restoredMail(db)).length;
}

/** Each message that is held, by when its lead came: what waited in the spool is queued later. One that is about no lead has no reference. */
export function restoredMail(db: Kysely<LeadDatabase>) {
  return db
    .selectFrom("outbox")
    .leftJoin("lead", "lead.id", "outbox.lead_id")
    .select(["ref", "kind"])
    .where("state", "=", "pending")
    .where("restored", "=", 1)
    .orderBy(({ fn }) => fn.coalesce("created_at", "queued_at"))
    .orderBy("kind")
    .execute();
}

/** Lets what is held go out now, with all its time before it. Gives how many messages. */
export async function sendRestored(db: Kysely<LeadDatabase>, now: Date): Promise<number> {
  const at = now.toISOString();
  return db.transaction().execute(async (tx) => {
    // A list of what is held knows by this time which leads it tells of.
    await held(tx).where("lead_id", "is not", null).set({ queued_at: at }).execute();
    const { numUpdatedRows } = await held(tx).set({ restored: 0, next_at: at, attempts: 0 }).executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  });
}

/** Sends none of it. What is still in the spool is held when it comes. Gives how many messages. */
export async function dropRestored(db: Kysely<LeadDatabase>): Promise<number> {
  const { numUpdatedRows } = await held(db).set({ state: "cancelled" }).executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
