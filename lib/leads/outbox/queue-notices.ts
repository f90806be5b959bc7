import type { Transaction } from "kysely";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { leadRecord } from "#lib/leads/store/lead-record.ts";
import { outboxRow } from "./outbox-row.ts";
import { routeLead } from "./route-lead.ts";

export type NoticeDesk = Pick<LeadDesk, "leadsTo" | "routing" | "webhook" | "plausibleUrl">;

/** Names the webhook in the outbox; its address is a secret of the environment. */
const webhookRecipient = "webhook";

/** Puts the messages to the team into the outbox. While nobody is named to get them, one waits for whoever will be. */
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
  if (desk.webhook) messages.push(outboxRow({ lead, kind: "webhook", recipient: webhookRecipient, at }));
  // An amendment is no second lead.
  if (desk.plausibleUrl && row.amends === null) {
    messages.push(outboxRow({ lead, kind: "conversion", recipient: "plausible", at }));
  }
  await tx.insertInto("outbox").values(messages).execute();
}
