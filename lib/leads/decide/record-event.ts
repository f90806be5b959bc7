import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { outboxRow } from "#lib/leads/outbox/outbox-row.ts";
import type { LeadDatabase, LeadEventKind } from "#lib/leads/store/lead-database.ts";

type Happened = {
  lead: { id: string; ref: string };
  what: LeadEventKind;
  /** An address of the team, or the part of the site that did it. Never the person who wrote. */
  who: string;
  at: string;
};

/** Who takes a lead is the team's own affair. */
export const toldToPrograms = ["released", "spam", "answered", "reopened", "erased"] as const satisfies LeadEventKind[];

/** Writes down what became of a lead, and tells each program that was told of the lead. */
export async function recordEvent(tx: Transaction<LeadDatabase>, { lead, what, who, at }: Happened): Promise<void> {
  await tx
    .insertInto("history")
    .values({ id: randomUUID(), lead_id: lead.id, at: await afterAllBefore(tx, lead.id, at), what, who })
    .execute();
  if (!toldToPrograms.some((told) => told === what)) return;
  const told = await tx
    .selectFrom("outbox")
    .select("recipient")
    .where("lead_id", "=", lead.id)
    .where("kind", "=", "webhook")
    .where("state", "in", ["sent", "leased", "pending"])
    .execute();
  if (told.length === 0) return;
  const event = { type: `lead.${what}`, timestamp: at, data: { ref: lead.ref, by: who } };
  // Not of the lead, in the outbox: one lead may be decided about more than once, and one that was erased is told of too.
  await tx
    .insertInto("outbox")
    .values(told.map(({ recipient }) => outboxRow({ kind: "history", recipient, at, content: event })))
    .execute();
}

/** What is said last counts, also after a clock was put back, and of two things that are said at once the second. */
async function afterAllBefore(tx: Transaction<LeadDatabase>, leadId: string, at: string): Promise<string> {
  const events = tx.selectFrom("history").select("at").where("lead_id", "=", leadId);
  const last = await events.orderBy("at", "desc").limit(1).executeTakeFirst();
  return new Date(Math.max(Date.parse(at), last ? Date.parse(last.at) + 1 : 0)).toISOString();
}
