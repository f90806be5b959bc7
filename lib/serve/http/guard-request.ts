import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { headerUrl } from "./header-url.ts";

const knownHosts = new Map<string, boolean>();
const mostRemembered = 100;

/**
 * Whether a request names us. A name that is not ours would be one that somebody pointed at us; an address of a machine
 * is how health checks and developers ask, and cannot be pointed elsewhere.
 */
export function isOurHost(host: string | undefined, siteUrl: string): boolean {
  const key = `${siteUrl} ${host}`;
  const known = knownHosts.get(key);
  if (known !== undefined) return known;
  const isOurs = namesUs(host, siteUrl);
  // To parse a URL is a tenth of what an answer from memory costs.
  if (knownHosts.size < mostRemembered) knownHosts.set(key, isOurs);
  return isOurs;
}

function namesUs(host: string | undefined, siteUrl: string): boolean {
  const named = host ? headerUrl(`http://${host}`) : undefined;
  if (!named) return false;
  const { hostname, pathname, username, search, hash } = named;
  if (pathname !== "/" || username || search || hash) return false;
  const isAddress = isIP(hostname.replaceAll(/[[\]]/g, "")) > 0;
  return isAddress || hostname === "localhost" || hostname === new URL(siteUrl).hostname;
}

/**
 * Whether a post comes from one of our own pages. A browser says where from, in Origin or in Sec-Fetch-Site; a program
 * that says neither has no visitor behind it to be tricked, and is let through.
 */
export function isFromOurPages({ headers }: IncomingMessage, siteUrl: string): boolean {
  const { origin, host } = headers;
  if (headers["sec-fetch-site"] === "cross-site") return false;
  if (origin === undefined || origin === siteUrl) return true;
  // What sandboxed frames send, and some privacy settings on our own pages too. Then the other header decides.
  if (origin === "null") return headers["sec-fetch-site"] === "same-origin";
  return headerUrl(origin)?.host === host && isOurHost(host, siteUrl);
}

const longestPath = 2_000;

/**
 * The path in the one way of writing it that pages are kept under; undefined when it is no path at all, or longer than
 * any of ours. `%2F` stays, so that no two addresses become one.
 */
export function canonicalPath(url: string | undefined): string | undefined {
  const path = url?.split("?")[0] ?? "";
  if (!path.startsWith("/") || path.length > longestPath) return undefined;
  try {
    return decodeURI(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
