import type { Transaction } from "kysely";
import type { FormName } from "#lib/leads/form/form-name.ts";
import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import { lookupAddress } from "#lib/leads/lookup-address.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { mailboxOf } from "./mailbox-of.ts";

const dayMs = 24 * 60 * 60_000;

// A receipt is the one mail that a stranger can have us send to a stranger. So many strangers a day are no campaign,
// and real visitors of a busy day stay far below. Posts without a token, as programs make them, cannot use up all.
const receiptsADay = { withToken: 200, withoutToken: 100 };

/** What somebody has left out in their first message comes in a second. */
const receiptsAMailbox = 2;

/**
 * Whether the address gets a receipt for a lead whose score is clean: two in 24 hours for each mailbox, spelled the same way, and
 * two for the newsletter, which nobody joins without, while there are any left. None to ourselves, and none to where bounces come
 * from: two machines would answer each other for ever.
 */
export async function getsReceipt(
  tx: Transaction<LeadDatabase>,
  { email, form, hasToken }: { email: string; form: FormName; hasToken: boolean },
  { leadsTo, routing, mailFrom, answersTo, rateLimit, now }: StoreDesk,
): Promise<boolean> {
  const mailbox = mailboxOf(email);
  const ours = [...leadsTo, ...routing.flatMap(({ to }) => to), mailFrom?.address, answersTo].filter(
    (to) => to !== undefined,
  );
  if (ours.map(mailboxOf).includes(mailbox) || /^(postmaster|mailer-daemon)@/.test(mailbox)) return false;
  if (!rateLimit) return true;

  const limit = hasToken ? receiptsADay.withToken : receiptsADay.withoutToken;
  const recent = await tx
    .selectFrom("lead")
    .select(["email", "form"])
    .where("receipt_at", ">", new Date(now().getTime() - dayMs).toISOString())
    // What a clock that was ahead has dated is no receipt of today.
    .where("receipt_at", "<", new Date(now().getTime() + dayMs).toISOString())
    .limit(limit)
    .execute();
  const had = recent.filter((lead) => mailboxOf(lead.email) === mailbox && isSignUp(lead) === isSignUp({ form }));
  return (
    recent.length < limit && had.length < receiptsAMailbox && had.every((lead) => lead.email === lookupAddress(email))
  );
}

function isSignUp({ form }: { form: FormName }): boolean {
  return form === "newsletter";
}
