import { type CampaignParameter, campaignParameters } from "./campaign-parameters.ts";
import { type PageOfOurs, pageOfOurs } from "./page-of-ours.ts";

/** How a visitor came to write to us, as far as they and their browser say. Nothing of it is proven. */
export type Attribution = { first?: FirstTouch; last?: PageOfOurs };

/** The campaign that their links carried, the page of ours that it led to, and the page of others that they came from. */
type FirstTouch = Partial<Record<CampaignParameter | "landing" | "referrer", string>>;

type Opening = {
  /** What the address of the form's page says after its `?`. */
  query: URLSearchParams;
  /** Path of the form's page. */
  page: string;
  /** The page it was opened from, where script told us; else the address names it. */
  from: string | undefined;
  siteUrl: string;
};

/** Without cookies: first is what the links carried since the landing page, last is where the form was opened from. */
export function attributionOf({ query, page, from, siteUrl }: Opening): Attribution {
  const campaign = campaignParameters(query);
  const last = pageOfOurs(from || query.get("from"), siteUrl);
  const carried = pageOfOurs(query.get("landing"), siteUrl)?.page;
  // Who came to the form from no page of ours landed on it.
  const landing = carried ?? (last?.page ? undefined : page);

  const referrer = last?.referrer;
  const first = { ...Object.fromEntries(campaign), ...(landing && { landing }), ...(referrer && { referrer }) };
  const isKnown = campaign.length > 0 || referrer !== undefined;
  return { ...(isKnown && { first }), ...(last && { last }) };
}
