import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { isOwnNetwork } from "#lib/network/is-own-network.ts";
import { headerUrl } from "./header-url.ts";

type Client = {
  /** Undefined while it is not known. */
  address: string | undefined;
  /** A proxy stands in between that hides it: TRUSTED_PROXIES does not count it, or it adds no X-Forwarded-For. */
  isHidden: boolean;
};

type Place = {
  siteUrl: string;
  /** How many proxies of our own stand in front of this process. */
  trustedProxies: number;
};

/**
 * The address that the outermost of our own proxies saw. Each proxy adds the one it saw at the right of
 * X-Forwarded-For; what is further left came with the request, and anybody can write it. An address of our own network
 * is nobody's where it speaks for somebody else that is not counted, or asks for a site of the internet: nobody there has
 * one. Our proxies alone can put one there.
 */
export function clientAddress(request: IncomingMessage, { siteUrl, trustedProxies }: Place): Client {
  const { headers, socket } = request;
  const forwarded = forwardedBy(request);
  const seen = [...forwarded, ...addressesIn(socket.remoteAddress ?? "")];
  const trusted = seen.slice(-1 - trustedProxies);
  // The outermost may have written what is no address: whoever stood before it is then all that is known.
  const address = trusted.find((address) => isIP(address) !== 0);
  if (address === undefined || !isOwnNetwork(address)) return { address, isHidden: false };
  const isNamed = forwarded.length > 0 || headers["x-real-ip"] !== undefined || /\bfor=/i.test(headers.forwarded ?? "");
  const speaksForMore = trustedProxies === 0 ? isNamed : forwarded.length > trustedProxies || trusted[0] !== address;
  const isHidden = speaksForMore || (isPublicSite(siteUrl) && isVisit(request, siteUrl));
  return { address: isHidden ? undefined : address, isHidden };
}

const publicSites = new Map<string, boolean>();

/** A site that is tried out on one machine, or serves its own network alone, has visitors from there. */
function isPublicSite(siteUrl: string): boolean {
  const known = publicSites.get(siteUrl) ?? isPublic(siteUrl);
  publicSites.set(siteUrl, known);
  return known;
}

function isPublic(siteUrl: string): boolean {
  const { hostname } = new URL(siteUrl);
  const name = hostname.replaceAll(/[[\]]/g, "");
  return isIP(name) ? !isOwnNetwork(name) : name.includes(".") && !name.endsWith(".local");
}

/** And not somebody on this machine who looks whether it runs. A proxy that passes no Host on leaves the Origin of a post. */
function isVisit({ headers: { host = "", origin } }: IncomingMessage, siteUrl: string): boolean {
  return origin === siteUrl || headerUrl(`http://${host}`)?.hostname === new URL(siteUrl).hostname;
}

/**
 * That a visit came by fewer proxies than are counted. Who adds addresses of their own to X-Forwarded-For is then believed, and
 * cannot be told from others: it shows by those who add none.
 */
export function isOvercounted(request: IncomingMessage, { siteUrl, trustedProxies }: Place): boolean {
  if (trustedProxies < 2) return false;
  const forwarded = forwardedBy(request).length;
  return forwarded > 0 && forwarded < trustedProxies && isPublicSite(siteUrl) && isVisit(request, siteUrl);
}

function forwardedBy({ headers }: IncomingMessage): string[] {
  const forwarded = headers["x-forwarded-for"];
  return forwarded === undefined ? [] : addressesIn([forwarded].flat().join(","));
}

/** More proxies than anybody has: TRUSTED_PROXIES is 9 at the most. */
const mostLooked = 16;

/** The last of them, which our proxies added. A header of commas has 15,000 parts, which cost 3 ms to look at. */
function addressesIn(list: string): string[] {
  return list
    .split(",")
    .filter((part) => part.trim() !== "")
    .slice(-mostLooked)
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
