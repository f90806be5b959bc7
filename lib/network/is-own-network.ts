import { BlockList, isIPv6 } from "node:net";

const own = new BlockList();
// Loopback, private, link-local and shared: RFC 1122, 1918, 3927, 4193, 4291, 6598.
for (const [network, prefix] of [
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  own.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const) {
  own.addSubnet(network, prefix, "ipv6");
}

/** This machine, or a network that nobody on the internet writes from. IPv4 inside IPv6 counts as itself. */
export function isOwnNetwork(address: string): boolean {
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (inside) return isOwnNetwork(inside);
  return own.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
