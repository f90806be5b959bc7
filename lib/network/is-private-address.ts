import { isOwnNetwork } from "./is-own-network.ts";
import { networkList } from "./network-list.ts";

const isReserved = networkList(
  // Unspecified, documentation, benchmark, multicast and reserved: RFC 6890.
  ...["0.0.0.0/8", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"],
  ...["::/128", "64:ff9b:1::/48", "100::/64", "2001:db8::/32", "ff00::/8"],
);

/** No public address: it leads to this machine or into a network of its owner. */
export function isPrivateAddress(address: string): boolean {
  return isOwnNetwork(address) || isReserved(address);
}
