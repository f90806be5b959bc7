import type { Kysely } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** One visitor's server may refuse us, and another's. */
const few = 3;

/**
 * How many receipts were refused by a rule (relaying, a block) or for what they say, also without a word of their visitor's, since the last
 * one went out, and the server's last word. Undefined where they are few: then most visitors get theirs.
 */
export async function refusedReceipts(db: Kysely<LeadDatabase>): Promise<{ count: number; reply: string } | undefined> {
  const refused = await db
    .selectFrom("outbox")
    .select(["recipient", "last_reply", "queued_at"])
    .where("kind", "=", "receipt")
    .where("state", "in", ["pending", "leased"])
    .where("last_class", "in", ["refused", "content"])
    .where("restored", "=", 0)
    .orderBy("queued_at", "desc")
    .execute();
  if (refused.length < few) return undefined;
  const since = await lastSent(db, refused.at(-1)?.queued_at ?? "");
  const count = new Set(refused.filter(({ queued_at }) => queued_at > since).map(({ recipient }) => recipient)).size;
  return count < few ? undefined : { count, reply: refused[0]?.last_reply ?? "" };
}

/** When the last receipt was queued that went out, where that was after `oldest`. None is due before it is queued: by what is due since then, few are looked at. */
async function lastSent(db: Kysely<LeadDatabase>, oldest: string): Promise<string> {
  const { last } = await db
    .selectFrom("outbox")
    .select(({ fn }) => fn.max("queued_at").as("last"))
    .where("state", "=", "sent")
    .where("next_at", ">=", oldest)
    .where("kind", "=", "receipt")
    .executeTakeFirstOrThrow();
  return last ?? "";
}
