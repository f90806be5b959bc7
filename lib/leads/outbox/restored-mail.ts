import { type Kysely, sql } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { writeSighting } from "#lib/leads/store/sightings.ts";

const topic = "restored-mail";

/**
 * What was queued up to this moment was waiting when a copy was made that was restored later, and may have been sent
 * since. Nothing of it is sent until somebody decides; what waited in the spool comes with the time of its lead, and so
 * falls under it too. The empty text where nothing was restored.
 */
export const restoredUntil = sql<string>`coalesce((SELECT "at" FROM sighting WHERE topic = ${sql.lit(topic)}), '')`;

/** Holds what waits, and nothing that comes after this moment. Gives how many messages. */
export async function holdRestored(db: Kysely<LeadDatabase>, until: Date): Promise<number> {
  const at = until.toISOString();
  // By a clock that was ahead. What is sent already may be dated so too, and says nothing of what comes.
  await db
    .updateTable("outbox")
    .set({ queued_at: at })
    .where("state", "in", ["pending", "leased"])
    .where("queued_at", ">", at)
    .execute();
  // A list of what is held knows by its time which leads it tells of.
  await db.updateTable("lead").set({ digest_at: at }).where("digest_at", ">", at).execute();
  await writeSighting(db, topic, at);
  return countRestored(db);
}

export async function countRestored(db: Kysely<LeadDatabase>): Promise<number> {
  return (await restoredMail(db)).length;
}

/** Each message that is held; one that is about no lead has no reference. */
export function restoredMail(db: Kysely<LeadDatabase>) {
  return db
    .selectFrom("outbox")
    .leftJoin("lead", "lead.id", "outbox.lead_id")
    .select(["ref", "kind"])
    .where("state", "in", ["pending", "leased"])
    .where("queued_at", "<=", restoredUntil)
    .orderBy("queued_at")
    .orderBy("kind")
    .execute();
}

/** Lets what is held go out now, with all its time before it. Gives how many messages. */
export async function sendRestored(db: Kysely<LeadDatabase>, now: Date): Promise<number> {
  const at = now.toISOString();
  return db.transaction().execute(async (tx) => {
    const count = await countRestored(tx);
    await tx
      .updateTable("outbox")
      .set({ queued_at: at, next_at: at, attempts: 0 })
      .where("state", "in", ["pending", "leased"])
      .where("queued_at", "<=", restoredUntil)
      // A list of what is held knows by this time which leads it tells of.
      .where("lead_id", "is not", null)
      .execute();
    await tx.deleteFrom("sighting").where("topic", "=", topic).execute();
    return count;
  });
}

/** Sends none of it. What is still in the spool is held when it comes. Gives how many messages. */
export async function dropRestored(db: Kysely<LeadDatabase>): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("outbox")
    .set({ state: "cancelled", lease_token: null, lease_until: null })
    .where("state", "in", ["pending", "leased"])
    .where("queued_at", "<=", restoredUntil)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
