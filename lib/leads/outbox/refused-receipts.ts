import type { Kysely } from "kysely";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** One visitor's server may refuse us, and another's. */
const few = 3;

/**
 * How many receipts a rule has refused (relaying, a block) since the last one went out, and the server's last word.
 * Undefined where they are few: then most visitors get theirs.
 */
export async function refusedReceipts(db: Kysely<LeadDatabase>): Promise<{ count: number; reply: string } | undefined> {
  const refused = await db
    .selectFrom("outbox")
    .select(["recipient", "last_reply"])
    .where("kind", "=", "receipt")
    .where("state", "in", ["pending", "leased"])
    .where("last_class", "=", "refused")
    .where("restored", "=", 0)
    .where("queued_at", ">", (inner) =>
      inner
        .selectFrom("outbox")
        .select(({ fn, val }) => fn.coalesce(fn.max("queued_at"), val("")).as("last"))
        .where("kind", "=", "receipt")
        .where("state", "=", "sent"),
    )
    .orderBy("queued_at", "desc")
    .execute();
  const count = new Set(refused.map(({ recipient }) => recipient)).size;
  return count < few ? undefined : { count, reply: refused[0]?.last_reply ?? "" };
}
