import { isIP } from "node:net";

/** The name that people type for the other: with www. in front where the site's own has none, and without where it has. */
export function otherName(siteUrl: string): string | undefined {
  const { hostname } = new URL(siteUrl);
  if (isIP(hostname.replaceAll(/[[\]]/g, "")) > 0 || !hostname.includes(".")) return undefined;
  return hostname.startsWith("www.") ? hostname.slice("www.".length) : `www.${hostname}`;
}
