import type { Transaction } from "kysely";
import type { LeadDatabase } from "./lead-database.ts";
import type { LeadDesk } from "./lead-desk.ts";
import { lookupAddress } from "./lookup-address.ts";

const dayMs = 24 * 60 * 60_000;

// A receipt is the one mail that a stranger can have us send to a stranger. So many strangers a day are no campaign,
// and real visitors of a busy day stay far below.
const receiptsADay = 200;

/**
 * Whether the address gets a receipt for a lead whose score is clean: one in 24 hours, while there are any left. None
 * to ourselves, and none to where bounces come from: two machines would answer each other for ever.
 */
export async function getsReceipt(tx: Transaction<LeadDatabase>, email: string, desk: LeadDesk): Promise<boolean> {
  const { recipients, routing, sender, rateLimit } = desk;
  const ours = [...recipients, ...routing.flatMap(({ to }) => to), ...(sender ? [sender] : [])].map(lookupAddress);
  if (ours.includes(email) || /^(postmaster|mailer-daemon)@/.test(email)) return false;
  if (!rateLimit) return true;

  const recent = tx
    .selectFrom("lead")
    .select("id")
    .where("receipt_at", ">", new Date(desk.now().getTime() - dayMs).toISOString());
  const toAddress = await recent.where("email", "=", email).limit(1).execute();
  const toAnybody = await recent.limit(receiptsADay).execute();
  return toAddress.length === 0 && toAnybody.length < receiptsADay;
}
