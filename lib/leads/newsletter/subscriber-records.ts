import { storedLead } from "#lib/leads/store/lead-record.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { subscriptionLink } from "./subscription-link.ts";
import { subscriptions } from "./subscriptions.ts";

export const subscriberColumns = ["email", "language", "signed_up", "confirmed", "leave"] as const;

/**
 * Who confirmed and has not left, an address once, whoever confirmed first first. `leave`: the page with which each of them leaves, for
 * the newsletter itself.
 */
export async function subscriberRecords({ db }: Pick<LeadStore, "db">, siteUrl: string) {
  const onList = (await subscriptions(db)).filter(({ what }) => what === "joined");
  const confirmedAt = new Map(onList.map(({ leadId, at }) => [leadId, at]));
  const rows = await db
    .selectFrom("lead")
    .innerJoin("outbox", "outbox.lead_id", "lead.id")
    .selectAll("lead")
    .select(["outbox.id as receiptId", "outbox.link_key"])
    .where("outbox.kind", "=", "receipt")
    .where("lead.form", "=", "newsletter")
    .execute();
  return rows
    .flatMap((row) => {
      const confirmed = confirmedAt.get(row.id);
      if (confirmed === undefined || row.link_key === null) return [];
      const { fields, locale, receivedAt } = storedLead(row);
      const leave = siteUrl + subscriptionLink({ id: row.receiptId, link_key: row.link_key }, "leave");
      return [{ email: fields.email, language: locale, signed_up: receivedAt, confirmed, leave }];
    })
    .sort((a, b) => (a.confirmed < b.confirmed ? -1 : 1));
}
