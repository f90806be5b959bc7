import type { Transaction } from "kysely";
import { type ProgramSetting, programsFor } from "#lib/leads/channels.ts";
import { isForSales } from "#lib/leads/form/is-for-sales.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import type { LeadDatabase, LeadRow } from "#lib/leads/store/lead-database.ts";
import { leadRecord } from "#lib/leads/store/lead-record.ts";
import { findWebhook } from "#lib/leads/webhook-target.ts";
import { outboxRow } from "./outbox-row.ts";
import { queueAnew } from "./queue-anew.ts";
import { queueCall } from "./queue-call.ts";
import { routeLead } from "./route-lead.ts";

export type NoticeDesk = Pick<LeadDesk, "leadsTo" | "routing" | ProgramSetting>;

/**
 * Puts the messages to the team and to programs into the outbox. While nobody is named to get them, one waits for whoever
 * will be. Programs are told of what is likely spam once somebody says that it is none, and never of the daily proof or of an application,
 * which they would take for a lead; who has the notice gets no second.
 */
export async function queueNotices(
  tx: Transaction<LeadDatabase>,
  lead: { id: string; ref: string },
  desk: NoticeDesk,
  at: string,
): Promise<void> {
  const row = await tx.selectFrom("lead").selectAll().where("id", "=", lead.id).executeTakeFirstOrThrow();
  // Whoever has the inquiry reads what corrects it, also where it is now another's.
  const named = new Set([...routeLead(leadRecord(row), desk), ...(await toldOfFirst(tx, row))]);
  const messages = (named.size > 0 ? [...named] : [""]).map((recipient) =>
    outboxRow({ lead, kind: "notify", recipient, at }),
  );
  const isUntold = row.status === "quarantined" || row.status === "proof";
  const programs = isUntold || !isForSales(row.form) ? [] : programsFor({ isAmendment: row.amends !== null }, desk);
  const told = await toldWebhooks(tx, lead.id, desk);
  const others = programs.filter(({ recipient }) => !told.includes(recipient));
  messages.push(...others.map((program) => outboxRow({ lead, ...program, at })));
  await queueAnew(tx, messages, at);
  // Asked for while the lead was held.
  if (!isUntold && row.call_at !== null) await queueCall(tx, lead, desk, at);
}

async function toldOfFirst(tx: Transaction<LeadDatabase>, { amends }: LeadRow): Promise<string[]> {
  if (amends === null) return [];
  const rows = await tx
    .selectFrom("outbox")
    .innerJoin("lead", "lead.id", "outbox.lead_id")
    .select("recipient")
    .distinct()
    .where(({ eb, or }) => or([eb("lead.id", "=", amends), eb("lead.amends", "=", amends)]))
    .where("kind", "=", "notify")
    .where("state", "!=", "cancelled")
    .where("recipient", "!=", "")
    .execute();
  return rows.map(({ recipient }) => recipient);
}

/** By the names of today: a message that was queued before there were names is none of another program. */
async function toldWebhooks(tx: Transaction<LeadDatabase>, leadId: string, { webhooks }: NoticeDesk) {
  const rows = await tx
    .selectFrom("outbox")
    .select("recipient")
    .where("lead_id", "=", leadId)
    .where("kind", "=", "webhook")
    .where("state", "!=", "cancelled")
    .execute();
  return rows.map(({ recipient }) => findWebhook(recipient, webhooks)?.name);
}
