import type { SmtpFailure } from "#lib/mail/classify-smtp-failure.ts";

/**
 * How a message to the team was refused that waits all the same: a server that refuses us says so in any words it likes. It is
 * told at once as if it were given up. One that is still to be tried as plain text alone has none of them.
 */
export const finalClasses = ["permanent", "content"] as const satisfies SmtpFailure[];
