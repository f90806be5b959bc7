import type { Selectable, Transaction } from "kysely";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import type { LeadDatabase, LeadRow, OutboxTable } from "#lib/leads/store/lead-database.ts";
import { leadRecord } from "#lib/leads/store/lead-record.ts";
import { findWebhook } from "#lib/leads/webhook-target.ts";
import { dueAnew } from "./due-anew.ts";
import { finalClasses } from "./final-classes.ts";
import { outboxRow } from "./outbox-row.ts";
import { queueAnew } from "./queue-anew.ts";
import type { NoticeDesk } from "./queue-notices.ts";
import { routeLead } from "./route-lead.ts";
import { untakenDecisions } from "./untaken-decisions.ts";

type RetryDesk = NoticeDesk & Pick<LeadDesk, "store" | "leadsFallbackTo" | "now">;
type Message = Selectable<OutboxTable>;

/**
 * Makes what waits or was refused of a lead due now, with all its time before it. What was refused to somebody who is
 * no longer to get it goes to whoever is today. Gives what was done, a line each.
 */
export async function retryLead(ref: string, desk: RetryDesk): Promise<string[] | "unknown" | "held"> {
  const at = desk.now().toISOString();
  return desk.store.db.transaction().execute(async (tx) => {
    const lead = await tx.selectFrom("lead").selectAll().where("ref", "=", ref).executeTakeFirst();
    if (!lead) return "unknown";
    const messages = await tx
      .selectFrom("outbox")
      .selectAll()
      .where("lead_id", "=", lead.id)
      .where("state", "in", ["pending", "leased", "dead"])
      .orderBy("kind")
      .orderBy("recipient")
      .execute();
    messages.push(...(await untakenDecisions(tx, ref)));
    if (lead.status === "quarantined" && messages.length === 0) return "held";
    const done: string[] = [];
    for (const message of messages) done.push(await retryMessage(tx, lead, message, desk, at));
    return done;
  });
}

async function retryMessage(
  tx: Transaction<LeadDatabase>,
  lead: LeadRow,
  message: Message,
  desk: RetryDesk,
  at: string,
): Promise<string> {
  const { id, kind, state, recipient } = message;
  const what = `${kind} to ${recipient || "whoever will be named"}`;
  // A worker may have taken it since it was read.
  const change = tx.updateTable("outbox").where("id", "=", id).where("state", "=", state);
  if ((kind === "webhook" || kind === "history") && state !== "leased" && !findWebhook(recipient, desk.webhooks)) {
    await change.set({ state: "cancelled" }).execute();
    return `${what}: given up, for LEAD_WEBHOOK_URL does not name it any more`;
  }
  switch (state) {
    case "leased":
      // Whether it is, only its process knows: it keeps the lease, or is gone.
      return `${what}: is being sent; should that have been cut off, it is taken up within a minute`;
    case "pending":
      if (finalClasses.some((each) => each === message.last_class)) break;
      await change.where("restored", "=", 1).set({ queued_at: at, attempts: 0 }).execute();
      await change.set({ next_at: at, restored: 0 }).execute();
      return `${what}: due now`;
  }
  const others = successors(lead, message, desk);
  if (!others) {
    // Its alarm ends with this, and so does what counts against it.
    await change.set(dueAnew(at)).execute();
    return `${what}: refused before, due now`;
  }
  await change.set({ state: "cancelled" }).execute();
  const rows = others.map((other) => outboxRow({ lead, kind, recipient: other, at }));
  await queueAnew(tx, rows, at);
  return `${what}: refused before, goes to ${others.map((other) => other || "whoever will be named").join(", ")} instead`;
}

/** Who gets it instead; undefined when the recipient is still who should. */
function successors(lead: LeadRow, { kind, recipient }: Message, desk: RetryDesk): readonly string[] | undefined {
  if (kind !== "notify") return undefined;
  const named = routeLead(leadRecord(lead), desk);
  if (named.includes(recipient) || recipient === desk.leadsFallbackTo) return undefined;
  return named.length > 0 ? named : [""];
}
