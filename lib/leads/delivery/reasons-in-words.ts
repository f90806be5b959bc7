import { spamReasons } from "#content/en/mail.ts";
import type { SpamScore } from "#lib/leads/spam/spam-score.ts";

/** Why a lead is taken for likely spam, as the team reads it. */
export function reasonsInWords({ reasons }: SpamScore): string {
  // A release before this one stored reasons that there are no more.
  return reasons.flatMap((reason) => spamReasons[reason] ?? []).join("; ");
}
