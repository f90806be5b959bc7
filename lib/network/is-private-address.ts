import { BlockList, isIPv6 } from "node:net";
import { isOwnNetwork } from "./is-own-network.ts";

const reserved = new BlockList();
// Unspecified, documentation, benchmark, multicast and reserved: RFC 6890.
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  reserved.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  ["::", 128],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001:db8::", 32],
  ["ff00::", 8],
] as const) {
  reserved.addSubnet(network, prefix, "ipv6");
}

/** No public address: it leads to this machine or into a network of its owner. IPv4 inside IPv6 counts as itself. */
export function isPrivateAddress(address: string): boolean {
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (inside) return isPrivateAddress(inside);
  return isOwnNetwork(address) || reserved.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
