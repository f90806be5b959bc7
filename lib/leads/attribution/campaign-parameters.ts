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

/** Of all together, as they stand in an address, where a sign outside of ASCII takes up to 18: each link of a page carries them. */
const mostBytes = 4_000;

/**
 * What an address says of the campaign that it was linked from, each at most once. Anything else in it is not ours to keep, and what
 * does not fit any more is left out whole.
 */
export function campaignParameters(query: URLSearchParams): [CampaignParameter, string][] {
  let left = mostBytes;
  return campaignParameterNames.flatMap((name) => {
    const seen = normaliseLine((query.get(name) ?? "").slice(0, mostRead));
    // By code points: half a pair could not be written into an address.
    const value = [...seen].slice(0, longest).join("");
    const bytes = new URLSearchParams([[name, value]]).toString().length;
    if (!value || bytes > left) return [];
    left -= bytes;
    return [[name, value]];
  });
}
