import { locales } from "#lib/i18n/locales.ts";
import type { Carried } from "./carried-parameters.ts";

/** Puts what a page passes on into its own links and forms. */
export function carryCampaign(html: string, { links, from }: Carried): string {
  if (links.length === 0 && from === undefined) return html;
  const forLinks = escaped(links);
  const forForms = escaped(from === undefined ? links : [...links, ["from", from]]);
  return html.replaceAll(ownAddress, (tag, start: string, path, query = "", fragment = "") => {
    const carried = start.startsWith("<a") ? forLinks : forForms;
    return carried ? [start, path, query ? `${query}&amp;` : "?", carried, fragment, '"'].join("") : tag;
  });
}

/** For an address, which leaves only & to be escaped for an attribute. */
function escaped(parameters: Carried["links"]): string {
  return new URLSearchParams(parameters).toString().replaceAll("&", "&amp;");
}

const ownAddress = new RegExp(
  `(<(?:a|form|button)\\b[^>]*? (?:href|action|formAction)=")(/(?:${locales.join("|")})(?:/[^"?#]*)?)(\\?[^"#]*)?(#[^"]*)?"`,
  "g",
);
