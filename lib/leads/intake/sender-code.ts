import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { dayOf } from "#lib/leads/iso-time.ts";

/**
 * Stands for the network that a post came from, for one day (UTC): the address itself is not stored, and cannot be
 * reckoned back without the secret. Of IPv6 the first 48 bits count: so much is one customer's (RFC 6177).
 */
export function senderCode(address: string, secret: string, now: Date): string {
  const day = dayOf(now.toISOString());
  const dailyKey = createHmac("sha256", secret).update(`sender ${day}`).digest();
  return createHmac("sha256", dailyKey).update(networkOf(address)).digest("base64url");
}

function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  // In its shortest form, without a zone: [2001:db8::1].
  const shortest = new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname.slice(1, -1);
  const [head = "", tail] = shortest.split("::").map((part) => part.split(":").filter(Boolean));
  const missing = tail ? 8 - head.length - tail.length : 0;
  return [...head, ...Array<string>(missing).fill("0"), ...(tail ?? [])].slice(0, 3).join(":");
}
