import { type Kysely, sql, type Transaction } from "kysely";
import { aheadOf } from "#lib/leads/ahead-of.ts";
import { lastDue } from "#lib/leads/last-due.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { outboxRow } from "#lib/leads/outbox/outbox-row.ts";
import { undecidedLeads } from "#lib/leads/outbox/undecided-leads.ts";
import { untoldLeads } from "#lib/leads/outbox/untold-leads.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** By the team's clocks. */
export const reportHour = 7;

/** With the time between two looks of a worker, a minute. */
const collectEveryMs = 55_000;
const dayMs = 24 * 60 * 60_000;

type DigestDesk = Pick<LeadDesk, "store" | "leadsTo" | "teamTimeZone" | "now">;

/**
 * Tells the team each morning what is held, until each of it is decided; and within a minute of what came in a flood
 * and so has no mail of its own. What a mail tells of is marked in the transaction that writes it.
 */
export async function queueDigest({ store, leadsTo, teamTimeZone, now }: DigestDesk): Promise<void> {
  if (leadsTo.length === 0) return;
  const at = now().toISOString();
  const ago = (ms: number) => new Date(now().getTime() - ms).toISOString();
  const due = lastDue(now(), reportHour, teamTimeZone).toISOString();
  const ahead = aheadOf(now());
  await store.db.transaction().execute(async (tx) => {
    // In SQLite one transaction writes at a time. Here another worker would not find what the first is about to mark.
    if (store.kind === "postgres") await sql`SELECT pg_advisory_xact_lock(hashtext('digest'))`.execute(tx);
    if (!(await isQueued(tx, "digest", { since: due, ahead }))) {
      if (await queue("digest", await undecidedLeads(tx, { before: due, ahead }), tx)) return;
    }
    // What is older is in the morning's mail.
    if (!(await isQueued(tx, "collected", { since: ago(collectEveryMs), ahead: ago(-collectEveryMs) })))
      await queue("collected", await untoldLeads(tx, ago(dayMs)), tx);
  });

  async function queue(kind: "digest" | "collected", ids: string[], tx: Transaction<LeadDatabase>): Promise<boolean> {
    if (ids.length === 0) return false;
    await tx.updateTable("lead").set({ digest_at: at }).where("id", "in", ids).execute();
    await tx
      .insertInto("outbox")
      .values(leadsTo.map((recipient) => outboxRow({ kind, recipient, at })))
      .execute();
    return true;
  }
}

async function isQueued(
  db: Kysely<LeadDatabase>,
  kind: "digest" | "collected",
  { since, ahead }: { since: string; ahead: string },
): Promise<boolean> {
  const queued = await db
    .selectFrom("outbox")
    .select("id")
    .where("lead_id", "is", null)
    .where("kind", "=", kind)
    .where("queued_at", ">=", since)
    .where("queued_at", "<", ahead)
    .limit(1)
    .execute();
  return queued.length > 0;
}
