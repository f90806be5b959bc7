const names = [
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

export type CampaignParameter = (typeof names)[number];

const longest = 200;

/** What an address says of the campaign that it was linked from, each at most once. Anything else in it is not ours to keep. */
export function campaignParameters(query: URLSearchParams): [CampaignParameter, string][] {
  return names.flatMap((name) => {
    const value = query.get(name)?.trim();
    // By code points: half a pair could not be written into an address.
    return value ? [[name, [...value].slice(0, longest).join("")]] : [];
  });
}
