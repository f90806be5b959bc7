import type { IncomingMessage } from "node:http";
import { isThisMachine } from "#lib/network/is-this-machine.ts";
import { headerUrl } from "./header-url.ts";

const byProxies = ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"];

/** Whether somebody on this machine asks, under a name of this machine and not through a proxy. */
export function isFromThisMachine({ headers, socket }: IncomingMessage): boolean {
  const host = headerUrl(`http://${headers.host ?? ""}`)?.hostname.replaceAll(/[[\]]/g, "") ?? "";
  if (byProxies.some((name) => headers[name] !== undefined)) return false;
  return isThisMachine(socket.remoteAddress ?? "") && isThisMachine(host);
}
