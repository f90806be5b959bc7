import { editDistance } from "#lib/letters/edit-distance.ts";
import { cleanAddress, emailTrouble } from "./email-address.ts";

/** Where most people have their address. */
const providers = ["gmail.com", "hotmail.com", "outlook.com", "yahoo.com", "icloud.com"];

/** One letter away from one of them, and right. */
const right = ["mail.com", "email.com", "ymail.com", "cloud.com"];

/**
 * The address that was likely meant, where what was typed is one letter, or two that changed places, away from a large
 * provider's: ana@gmial.com. A question, never a verdict: there is a gmial.com.
 */
export function slipOf(typed: string): string | undefined {
  const address = cleanAddress(typed);
  if (emailTrouble(address)) return undefined;
  const [local, typedDomain = ""] = address.split("@");
  const domain = typedDomain.toLowerCase();
  if (right.includes(domain)) return undefined;
  const meant = providers.find((provider) => editDistance(domain, provider) <= 1);
  return meant !== undefined && meant !== domain ? `${local}@${meant}` : undefined;
}
