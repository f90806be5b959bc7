import type { Transaction } from "kysely";
import { type ProgramSetting, programsFor } from "#lib/leads/channels.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { leadRecord } from "#lib/leads/store/lead-record.ts";
import { outboxRow } from "./outbox-row.ts";
import { queueAnew } from "./queue-anew.ts";
import { routeLead } from "./route-lead.ts";

export type NoticeDesk = Pick<LeadDesk, "leadsTo" | "routing" | ProgramSetting>;

/**
 * Puts the messages to the team and to programs into the outbox. While nobody is named to get them, one waits for whoever
 * will be. Programs are told of what is likely spam once somebody says that it is none; who has the notice gets no second.
 */
export async function queueNotices(
  tx: Transaction<LeadDatabase>,
  lead: { id: string; ref: string },
  desk: NoticeDesk,
  at: string,
): Promise<void> {
  const row = await tx.selectFrom("lead").selectAll().where("id", "=", lead.id).executeTakeFirstOrThrow();
  const named = routeLead(leadRecord(row), desk);
  const messages = (named.length > 0 ? named : [""]).map((recipient) =>
    outboxRow({ lead, kind: "notify", recipient, at }),
  );
  const programs = row.status === "quarantined" ? [] : programsFor({ isAmendment: row.amends !== null }, desk);
  for (const kind of programs) {
    messages.push(outboxRow({ lead, kind, recipient: kind, at }));
  }
  await queueAnew(tx, messages, at);
}
