import { getDomain, parse } from "tldts";

// A name of hosts, with or without what comes before it. What stands behind an @ is the address of a person.
const named =
  /(?<![\p{L}\p{N}@._/-])(?:https?:\/\/)?(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,8}[\p{L}-]{2,24}(?![\p{L}\p{N}@-]|\.[\p{L}\p{N}])/giu;

/** The domains that a text names, as often as it does: example.co.uk of https://blog.example.co.uk/x. At most 50 are looked at. */
export function hostsIn(text: string): string[] {
  const domains: string[] = [];
  for (const [name] of text.matchAll(named)) {
    const host = name.replace(/^https?:\/\//i, "");
    const isAddress = host !== name || /^www\./i.test(host);
    // "this month.So we" lacks a space, and Node.js is no host.
    if (!isAddress && /\.\p{Lu}\p{Ll}[^.]*$/u.test(host)) continue;
    const { domain, isIcann } = parse(host.toLowerCase());
    if (domain && (isAddress || isIcann)) domains.push(domain);
    if (domains.length === 50) break;
  }
  return domains;
}

/** The domain of a host or of an address. */
export const domainOf = (host: string) => getDomain(host.toLowerCase());
