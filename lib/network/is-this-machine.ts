import { networkList } from "./network-list.ts";

const isLoopback = networkList("127.0.0.0/8", "::1/128");

/** Whether a name or address is this machine's own (RFC 1122, 4291). */
export function isThisMachine(host: string): boolean {
  return host === "localhost" || isLoopback(host);
}
