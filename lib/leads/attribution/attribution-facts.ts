import type { Attribution } from "./attribution.ts";
import { campaignParameterNames } from "./campaign-parameters.ts";

/** In an export, `ref` is the reference of the lead. */
const campaignColumns = campaignParameterNames.map((name) => (name === "ref" ? "link_ref" : name));

export const attributionColumns = ["read_before", "referrer", "landing", ...campaignColumns] as const;

type AttributionFacts = Partial<Record<(typeof attributionColumns)[number], string>>;

/** First and last touch as one row, without what is not known. */
export function attributionFacts({ first, last }: Attribution): AttributionFacts {
  const { ref, landing, referrer = last?.referrer, ...campaign } = first ?? {};
  const facts = { read_before: last?.page, referrer, landing, ...campaign, link_ref: ref };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
