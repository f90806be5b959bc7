import type { Kysely } from "kysely";
import { aheadOf } from "#lib/leads/ahead-of.ts";
import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** One visitor's server may refuse us, and another's. */
const few = 3;

/** One that puts off whom it does not know yet lets them through at a later attempt. */
const putOffMs = 60 * 60_000;

/**
 * How many receipts were refused by a rule (relaying, a block), for what they say, also without a word of their visitor's, or for an hour for
 * the moment, since the last one went out, and the server's last word. Undefined where they are few: then most visitors get theirs.
 */
export async function refusedReceipts({
  store: { db },
  now,
}: Pick<StoreDesk, "store" | "now">): Promise<{ count: number; reply: string } | undefined> {
  const refused = await db
    .selectFrom("outbox")
    .select(["recipient", "last_reply", "queued_at"])
    .where("kind", "=", "receipt")
    .where("state", "in", ["pending", "leased"])
    .where(({ eb, and, or }) =>
      or([
        eb("last_class", "in", ["refused", "content"]),
        and([
          eb("last_class", "=", "transient"),
          // Of the visitor or the message: of what stops all mail, mail to the team tells.
          or([eb("last_reply", "like", "%RCPT TO 4__%"), eb("last_reply", "like", "EMESSAGE% 4__%")]),
          eb("queued_at", "<", new Date(now().getTime() - putOffMs).toISOString()),
        ]),
      ]),
    )
    .where("restored", "=", 0)
    .orderBy("queued_at", "desc")
    .execute();
  if (refused.length < few) return undefined;
  const since = await lastSent(db, refused.at(-1)?.queued_at ?? "", now());
  const count = new Set(refused.filter(({ queued_at }) => queued_at > since).map(({ recipient }) => recipient)).size;
  return count < few ? undefined : { count, reply: refused[0]?.last_reply ?? "" };
}

/** When the last receipt was queued that went out, where that was after `oldest`. None is due before it is queued: by what is due since then, few are looked at. */
async function lastSent(db: Kysely<LeadDatabase>, oldest: string, now: Date): Promise<string> {
  const { last } = await db
    .selectFrom("outbox")
    .select(({ fn }) => fn.max("queued_at").as("last"))
    .where("state", "=", "sent")
    .where("next_at", ">=", oldest)
    .where("queued_at", "<", aheadOf(now))
    .where("kind", "=", "receipt")
    .executeTakeFirstOrThrow();
  return last ?? "";
}
