import { normaliseLine } from "#lib/leads/form/normalise.ts";
import type { Attribution } from "./attribution.ts";

const longest = 40;

/** Where the visitor came from first: the campaign's own name for it, else the site that linked here. */
export function leadSource({ first, last }: Attribution): string | undefined {
  const { utm_source, referrer = last?.referrer ?? "" } = first ?? {};
  const source = normaliseLine(utm_source || hostOf(referrer));
  return source ? source.slice(0, longest).toWellFormed() : undefined;
}

function hostOf(referrer: string): string {
  return URL.canParse(referrer) ? new URL(referrer).hostname : referrer;
}
