import type { CampaignParameter } from "#lib/leads/campaign-parameters.ts";

/**
 * Puts what the address of a page says of its campaign on the page's own links and forms, so that it is still there when
 * the visitor writes to us: no cookie, no script.
 */
export function carryCampaign(html: string, campaign: readonly [CampaignParameter, string][]): string {
  if (campaign.length === 0) return html;
  // Escaped for an address, which leaves only & to be escaped for an attribute.
  const carried = new URLSearchParams(campaign.map(([name, value]) => [name, value]))
    .toString()
    .replaceAll("&", "&amp;");
  return html.replaceAll(ownLink, (_link, start, path, query = "", fragment = "") =>
    [start, path, query ? `${query}&amp;` : "?", carried, fragment, '"'].join(""),
  );
}

const ownLink = /(<(?:a|form)\b[^>]*? (?:href|action)=")(\/(?:en|es)(?:\/[^"?#]*)?)(\?[^"#]*)?(#[^"]*)?"/g;
