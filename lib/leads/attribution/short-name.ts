import { normaliseLine } from "#lib/leads/form/normalise.ts";

/** What anybody may have written into a link, on one line and not too long for a table; undefined where nothing is seen of it. */
export function shortName(written: string, longest = 40): string | undefined {
  const name = normaliseLine(written);
  return name ? name.slice(0, longest).toWellFormed() : undefined;
}
