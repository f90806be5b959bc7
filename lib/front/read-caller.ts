import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Caller } from "#lib/leads/caller.ts";
import { isFromOurPages } from "./guard-request.ts";
import { queryOf } from "./request-query.ts";

type Place = {
  siteUrl: string;
  /** How many proxies of our own stand in front of this process. */
  trustedProxies: number;
};

export function readCaller(request: IncomingMessage, place: Place): Caller {
  const { headers } = request;
  const referer = ownReferer(headers, place.siteUrl);
  return {
    address: clientAddress(request, place.trustedProxies),
    isForeignOrigin: !isFromOurPages(request, place.siteUrl),
    isBareRequest: !headers["user-agent"] || !headers["accept-language"],
    query: new URLSearchParams([...queryOf(request), ...(referer?.searchParams ?? [])]),
    sentFrom: referer?.pathname,
  };
}

/** Browsers name the whole address of a page to its own site, and no more than its origin to another. */
function ownReferer({ referer, host }: IncomingMessage["headers"], siteUrl: string): URL | undefined {
  const url = URL.parse(referer ?? "");
  return url && (url.origin === siteUrl || url.host === host) ? url : undefined;
}

/**
 * The address that the outermost of our own proxies saw. Each proxy adds the one it saw at the right of
 * X-Forwarded-For; what is further left came with the request, and anybody can write it.
 */
function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = [request.headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  const seen = [...forwarded, request.socket.remoteAddress ?? ""].map(plainAddress).filter((address) => address !== "");
  const trusted = seen.slice(-1 - trustedProxies);
  // The outermost may have written what is no address: whoever stood before it is then all that is known.
  return trusted.find((address) => isIP(address) !== 0) ?? "unknown";
}

/** Some proxies add the port, and a socket for both families writes IPv4 as IPv6. */
function plainAddress(address: string): string {
  return address
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1")
    .replace(/^::ffff:(?=[\d.]+$)/i, "");
}
