import { BlockList, isIPv6 } from "node:net";

const mostRemembered = 100;

/** Whether an address is in one of these networks, as in 10.0.0.0/8. IPv4 inside IPv6 counts as itself, which BlockList sees to. */
export function networkList(...networks: string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [base = "", bits] = network.split("/");
    list.addSubnet(base, Number(bits), familyOf(base));
  }
  const known = new Map<string, boolean>();
  return (address) => {
    const isInside = known.get(address) ?? list.check(address, familyOf(address));
    // Proxies ask for everybody, and each look costs a tenth of an answer from memory.
    if (known.size < mostRemembered) known.set(address, isInside);
    return isInside;
  };
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIPv6(address) ? "ipv6" : "ipv4";
}
