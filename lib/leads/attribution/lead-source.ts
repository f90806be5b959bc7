import type { Attribution } from "./attribution.ts";
import { shortName } from "./short-name.ts";

/** Where the visitor came from first: the campaign's own name for it, else the site that linked here. */
export function leadSource({ first, last }: Attribution): string | undefined {
  const { utm_source, referrer = last?.referrer ?? "" } = first ?? {};
  return shortName(utm_source || hostOf(referrer));
}

function hostOf(referrer: string): string {
  return URL.canParse(referrer) ? new URL(referrer).hostname : referrer;
}
