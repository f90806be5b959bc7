import { locales } from "#lib/i18n/locales.ts";
import type { Carried } from "./carried-parameters.ts";

/**
 * Puts what a page passes on into its own links and forms. Crawlers are asked not to follow those links: who comes by one
 * link of a campaign would find the whole site once more, at other addresses.
 */
export function carryCampaign(html: string, { links, from }: Carried): string {
  if (links.length === 0 && from === undefined) return html;
  const forLinks = escaped(links);
  const forForms = escaped(from === undefined ? links : [...links, ["from", from]]);
  return html.replaceAll(tags, (tag) => {
    const isLink = tag.startsWith("<a");
    const carried = isLink ? forLinks : forForms;
    if (!carried || !ownAddress.test(tag)) return tag;
    const carrying = tag.replace(ownAddress, (_address, start: string, path, query = "", fragment = "") =>
      [start, path, query ? `${query}&amp;` : "?", carried, fragment, '"'].join(""),
    );
    return isLink ? unfollowed(carrying) : carrying;
  });
}

function unfollowed(link: string): string {
  const named = link.replace(/(?<= rel="[^"]*)"/, ' nofollow"');
  return named === link ? link.replace("<a", '<a rel="nofollow"') : named;
}

/** For an address, which leaves only & to be escaped for an attribute. */
function escaped(parameters: Carried["links"]): string {
  return new URLSearchParams(parameters).toString().replaceAll("&", "&amp;");
}

const tags = /<(?:a|form|button)\b[^>]*>/g;
const ownAddress = new RegExp(
  `( (?:href|action|formAction)=")(/(?:${locales.join("|")})(?:/[^"?#]*)?)(\\?[^"#]*)?(#[^"]*)?"`,
);
