import { isIP } from "node:net";
import { decoded } from "#lib/content/source/decoded.ts";
import { isLocale } from "#lib/i18n/locales.ts";
import { sections } from "#lib/i18n/sections.ts";
import { isPrivateAddress } from "#lib/network/is-private-address.ts";

const whole = "like https://www.example.com/page";

/** Why an address that names a site, as in https://… or //…, can lead no reader to it. */
export function refuseSite(written: string): string | undefined {
  const quoted = `"${decoded(written)}"`;
  // An IPv6 address stands in brackets, which come encoded from Markdown.
  const spelled = written.replace(/(?<=^[^/]*\/\/)%5b([\da-f:.]+)%5d/i, "[$1]");
  const url = isWhole(written) ? URL.parse(spelled, "https://this.site") : null;
  if (!url) return `${quoted} is no address; write it whole, ${whole}`;

  const host = url.hostname.replaceAll(/[[\]]|\.$/g, "");
  if (isInside(host)) {
    const there = `${quoted} leads into a network of its own, where readers are not`;
    const path = `${url.pathname}${url.search}${url.hash}`;
    if (isOurs(path)) return `${there}; for a page of this site write ${path}`;
    return `${there}; write the address that they have, or put it between \` \` to show it`;
  }
  if (/^[\w-]+$/.test(host)) {
    const path = written.replace(/^(https?:)?\/+/i, "/");
    const advice = isOurs(path) ? `for a page of this one write ${path}` : `write its whole name, ${whole}`;
    return `${quoted} names a site called ${host}; ${advice}`;
  }
  const isName = /^([\w-]+\.)+[a-z][a-z\d-]*[a-z\d]$/.test(host);
  return isName || isIP(host) ? undefined : `${quoted} is no address; write it whole, ${whole}`;
}

/** To a browser https:/x.com is a page of ours, and https://https://x.com a host called https. */
function isWhole(url: string): boolean {
  return /^(https?:)?\/\/(?!https?:?\/)/i.test(url);
}

/** As addresses are copied while the site runs on a machine at home. */
function isInside(host: string): boolean {
  return isIP(host) ? isPrivateAddress(host) : /(^|\.)(localhost|local|internal|lan|home\.arpa)$/.test(host);
}

function isOurs(path: string): boolean {
  const [first = ""] = path.split(/[?#]/, 1)[0]?.split("/").slice(1) ?? [];
  return isLocale(first) || sections.includes(first);
}
