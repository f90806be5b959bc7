import type { Attribution } from "./attribution.ts";
import { shortName } from "./short-name.ts";

const longest = 60;

/** `spring (google / cpc)`: the campaign that the visitor's links carried, with its source and medium. */
export function leadCampaign({ first = {} }: Attribution): string | undefined {
  const campaign = shortName(first.utm_campaign ?? "", longest);
  const from = [first.utm_source, first.utm_medium].map((name = "") => shortName(name)).filter(Boolean);
  return campaign && [campaign, ...(from.length > 0 ? [`(${from.join(" / ")})`] : [])].join(" ");
}
