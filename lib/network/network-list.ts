import { BlockList, isIPv6 } from "node:net";

/** Whether an address is in one of these networks, as in 10.0.0.0/8. IPv4 inside IPv6 counts as itself, which BlockList sees to. */
export function networkList(...networks: string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [base = "", bits] = network.split("/");
    list.addSubnet(base, Number(bits), familyOf(base));
  }
  return (address) => list.check(address, familyOf(address));
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIPv6(address) ? "ipv6" : "ipv4";
}
