import { domainToASCII } from "node:url";

/** An address as it is compared: lower case, its letters composed, the domain as the mail system writes it. */
export function lookupAddress(address: string): string {
  // In this order: of some letters with a mark the small one alone is one character.
  const [local, domain] = address.toLowerCase().normalize("NFC").split("@");
  return `${local}@${domainToASCII(domain ?? "")}`;
}

/** Those under which an address may be stored: earlier releases left letters that came in parts as they came. */
export function spellingsOf(address: string): string[] {
  return [address.normalize("NFC"), address.normalize("NFD")];
}
