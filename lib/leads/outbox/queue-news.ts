import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { outboxRow } from "./outbox-row.ts";

type News = { subject: string; text: string };

/** Tells whoever looks after the site, or else the team, of a publication. */
export async function queueNews(
  content: News,
  { store, alarmTo, leadsTo, now }: Pick<LeadDesk, "store" | "alarmTo" | "leadsTo" | "now">,
): Promise<void> {
  const recipients = alarmTo.length > 0 ? alarmTo : leadsTo;
  if (recipients.length === 0) return;
  const at = now().toISOString();
  await store.db
    .insertInto("outbox")
    .values(recipients.map((recipient) => outboxRow({ kind: "published", recipient, at, content })))
    .execute();
}
