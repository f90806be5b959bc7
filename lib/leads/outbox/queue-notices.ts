import type { Transaction } from "kysely";
import { type ProgramSetting, programsFor } from "#lib/leads/channels.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { leadRecord } from "#lib/leads/store/lead-record.ts";
import { outboxRow } from "./outbox-row.ts";
import { routeLead } from "./route-lead.ts";

export type NoticeDesk = Pick<LeadDesk, "leadsTo" | "routing" | ProgramSetting>;

/** Puts the messages to the team and to programs into the outbox. While nobody is named to get them, one waits for whoever will be. */
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
  for (const kind of programsFor({ isAmendment: row.amends !== null }, desk)) {
    messages.push(outboxRow({ lead, kind, recipient: kind, at }));
  }
  await tx.insertInto("outbox").values(messages).execute();
}
