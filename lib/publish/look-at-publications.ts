import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { releasesFolder } from "#lib/release/releases.ts";
import { lastOutcome } from "./publication-outcome.ts";

const mostLines = 20;

/**
 * Tells of a publication that a Git host has asked for and that failed, until the next one is well, or somebody has published
 * by hand: whoever pushed sees nothing of it. `taken` is when the content that runs was taken in, in milliseconds since 1970.
 */
export function lookAtPublications(
  { sightings, siteUrl }: Pick<LeadDesk, "sightings" | "siteUrl">,
  taken: number,
  releases = releasesFolder,
): void {
  const last = lastOutcome(releases);
  if (!last) return;
  if (last.state === "published" || last.at < taken) sightings.isOver("publication-failed");
  else sightings.see("publication-failed", { reason: reasonIn(last.log), outcome: `${siteUrl}/publish/${last.id}` });
}

/** The mistakes in the content, where there are any, else how its words ended. */
function reasonIn(log: string): string {
  const lines = log.split("\n").filter((line) => line.trim() !== "");
  const mistakes = lines.filter((line) => /^content\/\S.*:\d+:\d+ /.test(line) && !/ warning: /.test(line));
  return (mistakes.length > 0 ? mistakes.slice(0, mostLines) : lines.slice(-mostLines)).join("\n");
}
