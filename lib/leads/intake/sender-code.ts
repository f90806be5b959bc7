import { createHmac } from "node:crypto";
import { dayOf } from "#lib/leads/iso-time.ts";
import { networkOf } from "#lib/network/network-of.ts";

/**
 * Stands for the network that a post came from, for one day (UTC): the address itself is not stored, and cannot be
 * reckoned back without the secret.
 */
export function senderCode(address: string, secret: string, now: Date): string {
  const day = dayOf(now.toISOString());
  const dailyKey = createHmac("sha256", secret).update(`sender ${day}`).digest();
  return createHmac("sha256", dailyKey).update(networkOf(address)).digest("base64url");
}
