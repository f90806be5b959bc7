import type { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import { isOwnNetwork } from "#lib/network/is-own-network.ts";
import { networkOf } from "#lib/network/network-of.ts";

type Connection = EventEmitter & Pick<Socket, "remoteAddress">;

/**
 * Says of each new connection whether its network may have one more, and counts it until it is closed. An address of our
 * own network has no share: it is a proxy, which may be one that nobody counted, or a load test.
 */
export function networkShares(most: number, networkOf = networkOnInternet): (socket: Connection) => boolean {
  const open = new Map<string, number>();

  function count(network: string, change: number) {
    const left = (open.get(network) ?? 0) + change;
    if (left > 0) open.set(network, left);
    else open.delete(network);
  }

  return (socket) => {
    const network = networkOf(socket.remoteAddress);
    if (network === undefined) return true;
    if ((open.get(network) ?? 0) >= most) return false;
    count(network, 1);
    socket.once("close", () => count(network, -1));
    return true;
  };
}

/** Nobody has an address any more who hung up before we looked. */
function networkOnInternet(address: string | undefined): string | undefined {
  return address === undefined || isOwnNetwork(address) ? undefined : networkOf(address);
}
