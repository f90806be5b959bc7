import type { MailAddress } from "#lib/mail/mail.ts";

type Sent = { replyTo: MailAddress; isSafe: boolean };

/** Whether an answer to a notice reaches the visitor: in the safe form an address as josé@… is in no header, where it is text that a server without SMTPUTF8 refuses. */
export function isAnswerable({ replyTo, isSafe }: Sent): boolean {
  return !isSafe || /^\p{ASCII}*$/u.test(replyTo.address.replace(/@[^@]*$/, ""));
}
