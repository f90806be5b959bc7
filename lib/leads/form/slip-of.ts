import { run } from "@zootools/email-spell-checker";
import { cleanAddress, emailTrouble } from "./email-address.ts";

/** Where most people have their address. */
const asked = ["gmail.com", "hotmail.com", "outlook.com", "yahoo.com", "icloud.com"];

/** Near to one of them, and right. Of all others the nearest is meant, and a company's own name is far from each. */
const right = [
  ...["mail.com", "email.com", "ymail.com", "gmx.com", "cloud.com", "hotmail.ca", "yahoo.ca", "outlook.ca"],
  ...["es", "fr", "de", "it", "co.uk", "com.br"].flatMap((end) => [`hotmail.${end}`, `outlook.${end}`, `yahoo.${end}`]),
  ...["yahoo.com.co", "yahoo.com.mx", "yahoo.com.ar", "yahoo.com.ve", "yahoo.com.pe"],
];

/**
 * The address that was likely meant, where what was typed looks mistyped: ana@gmial.com. A question, never a verdict: there is
 * a gmial.com. The lists of the library itself would ask ge.com whether me.com was meant, and every .com.co for its .com.
 */
export function slipOf(typed: string): string | undefined {
  const address = cleanAddress(typed);
  // The library throws at half a character.
  if (emailTrouble(address)) return undefined;
  const [local, domain] = address.split("@");
  const domains = [...asked, ...right];
  const meant = run({ email: `a@${domain}`, domains, secondLevelDomains: [], topLevelDomains: [] })?.domain;
  return meant !== undefined && asked.includes(meant) ? `${local}@${meant}` : undefined;
}
