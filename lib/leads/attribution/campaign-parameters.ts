import { normaliseLine } from "#lib/leads/form/normalise.ts";

export const campaignParameterNames = [
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_term",
  "utm_content",
  "gclid",
  "fbclid",
  "msclkid",
  "li_fat_id",
  "ref",
] as const;

export type CampaignParameter = (typeof campaignParameterNames)[number];

const longest = 200;
/** Of what an address holds: what is not seen in it is taken away first. */
const mostRead = 4 * longest;

/** What an address says of the campaign that it was linked from, each at most once. Anything else in it is not ours to keep. */
export function campaignParameters(query: URLSearchParams): [CampaignParameter, string][] {
  return campaignParameterNames.flatMap((name) => {
    const value = normaliseLine((query.get(name) ?? "").slice(0, mostRead));
    // By code points: half a pair could not be written into an address.
    return value ? [[name, [...value].slice(0, longest).join("")]] : [];
  });
}
