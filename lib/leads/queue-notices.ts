import type { Transaction } from "kysely";
import type { LeadDatabase } from "./lead-database.ts";
import type { LeadDesk } from "./lead-desk.ts";
import { outboxRow } from "./outbox-row.ts";

/** Puts the mails to the team into the outbox. While nobody is named to get them, one waits for whoever will be. */
export async function queueNotices(
  tx: Transaction<LeadDatabase>,
  lead: { id: string; ref: string },
  { recipients, siteUrl }: Pick<LeadDesk, "recipients" | "siteUrl">,
  at: string,
): Promise<void> {
  const named = recipients.length > 0 ? recipients : [""];
  await tx
    .insertInto("outbox")
    .values(named.map((recipient) => outboxRow({ lead, kind: "notify", recipient, siteUrl, at })))
    .execute();
}
