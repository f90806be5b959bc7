import { isIPv6 } from "node:net";

/**
 * What counts as one sender: of IPv6 the first 48 bits, since so much is one customer's (RFC 6177). IPv4 inside IPv6, as a
 * socket for both writes it, counts as itself.
 */
export function networkOf(address: string): string {
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (inside) return inside;
  if (!isIPv6(address)) return address;
  // In its shortest form, without a zone: [2001:db8::1].
  const shortest = new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname.slice(1, -1);
  const [head = "", tail] = shortest.split("::").map((part) => part.split(":").filter(Boolean));
  const missing = tail ? 8 - head.length - tail.length : 0;
  return [...head, ...Array<string>(missing).fill("0"), ...(tail ?? [])].slice(0, 3).join(":");
}
