import { lookupAddress } from "#lib/leads/lookup-address.ts";

/**
 * One name for the spellings of one mailbox, as far as they can be told: `Ana+1@x.test` is `ana@x.test`, and Gmail knows
 * no dots. For limits alone: somewhere they may be two, so nothing is ever sent to it.
 */
export function mailboxOf(address: string): string {
  const [local = "", domain = ""] = lookupAddress(address).split("@");
  const [name = ""] = local.split("+");
  return /^(gmail|googlemail)\.com$/.test(domain) ? `${name.replaceAll(".", "")}@gmail.com` : `${name}@${domain}`;
}
