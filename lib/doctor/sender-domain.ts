import { domainToASCII } from "node:url";
import type { Env } from "#lib/env.ts";

/** Of MAIL_FROM, as name servers know it. */
export function senderDomain({ mailFrom }: Pick<Env, "mailFrom">): string | undefined {
  return mailFrom && domainToASCII(mailFrom.address.slice(mailFrom.address.lastIndexOf("@") + 1));
}
