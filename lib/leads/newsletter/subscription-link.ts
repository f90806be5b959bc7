import type { Kysely } from "kysely";
import { isSignatureOf, linkSignature } from "#lib/leads/link-signature.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

/** What somebody may say who signed up for the newsletter, as it stands in an address. */
const actions = ["join", "leave"] as const;
export type SubscriptionAction = (typeof actions)[number];

/** The receipt of a sign-up. Its key is known to whoever has that mail alone. */
type Receipt = { id: string; link_key: string };

export type SubscriptionLink = {
  action: SubscriptionAction;
  receipt: Receipt;
  leadId: string;
  /** Whoever signed up so long ago may not remember it, and does not join by it any more. */
  isOver: boolean;
};

const validMs = 30 * 24 * 60 * 60_000;

export function subscriptionLink({ id, link_key }: Receipt, action: SubscriptionAction): string {
  return `/newsletter/${id}/${action}/${linkSignature(link_key, `newsletter/${action}`)}`;
}

const pattern = /^\/newsletter\/([\da-f-]{36})\/(join|leave)\/([\w-]{43})$/;

/** What a path stands for; undefined where we have not signed it. To join ends after 30 days, to leave never. */
export async function readSubscriptionLink(
  path: string,
  db: Kysely<LeadDatabase>,
  now: Date,
): Promise<SubscriptionLink | undefined> {
  const [, id, name, given] = pattern.exec(path) ?? [];
  const action = actions.find((each) => each === name);
  if (!id || !given || !action) return undefined;
  const row = await db
    .selectFrom("outbox")
    .select(["link_key", "lead_id", "queued_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row?.link_key || !row.lead_id || !isSignatureOf(given, row.link_key, `newsletter/${action}`)) return undefined;
  const isOver = now.getTime() - Date.parse(row.queued_at) > validMs;
  return { action, receipt: { id, link_key: row.link_key }, leadId: row.lead_id, isOver };
}
