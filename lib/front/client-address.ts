import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { isOwnNetwork } from "#lib/leads/is-own-network.ts";

type Client = {
  /** Undefined while it is not known. */
  address: string | undefined;
  /** A proxy stands in between that TRUSTED_PROXIES, which is 0, does not count. */
  isHidden: boolean;
};

/**
 * The address that the outermost of our own proxies saw. Each proxy adds the one it saw at the right of
 * X-Forwarded-For; what is further left came with the request, and anybody can write it. Where there is to be no proxy,
 * and yet one of our own network says that it speaks for somebody else, its address is nobody's: from the internet no
 * one can pretend to that.
 */
export function clientAddress({ headers, socket }: IncomingMessage, trustedProxies: number): Client {
  const forwarded = addressesIn([headers["x-forwarded-for"] ?? []].flat().join(","));
  const seen = [...forwarded, ...addressesIn(socket.remoteAddress ?? "")];
  const trusted = seen.slice(-1 - trustedProxies);
  // The outermost may have written what is no address: whoever stood before it is then all that is known.
  const address = trusted.find((address) => isIP(address) !== 0);
  const isForwarded =
    forwarded.length > 0 || headers["x-real-ip"] !== undefined || /\bfor=/i.test(headers.forwarded ?? "");
  const isHidden = trustedProxies === 0 && isForwarded && address !== undefined && isOwnNetwork(address);
  return { address: isHidden ? undefined : address, isHidden };
}

function addressesIn(list: string): string[] {
  return list
    .split(",")
    .map(plainAddress)
    .filter((address) => address !== "");
}

/** Some proxies add the port, and a socket for both families writes IPv4 as IPv6. */
function plainAddress(address: string): string {
  return address
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1")
    .replace(/^::ffff:(?=[\d.]+$)/i, "");
}
