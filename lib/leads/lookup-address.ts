import { domainToASCII } from "node:url";

/** An address as it is compared: lower case, the domain as the mail system writes it. */
export function lookupAddress(address: string): string {
  const [local, domain] = address.toLowerCase().split("@");
  return `${local}@${domainToASCII(domain ?? "")}`;
}
