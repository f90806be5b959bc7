import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { releasesFolder } from "#lib/release/releases.ts";
import { lastOutcome } from "./publication-outcome.ts";

const mostLines = 20;

/** Tells of a publication that a Git host has asked for and that failed, until the next one is well: whoever pushed sees nothing of it. */
export function lookAtPublications(
  { sightings, siteUrl }: Pick<LeadDesk, "sightings" | "siteUrl">,
  releases = releasesFolder,
): void {
  const last = lastOutcome(releases);
  if (last?.state === "failed" || last?.state === "cut-off") {
    const facts = { reason: reasonIn(last.log), outcome: `${siteUrl}/publish/${last.id}` };
    sightings.see("publication-failed", facts);
  } else if (last) sightings.isOver("publication-failed");
}

/** The mistakes in the content, where there are any, else how its words ended. */
function reasonIn(log: string): string {
  const lines = log.split("\n").filter((line) => line.trim() !== "");
  const mistakes = lines.filter((line) => /^content\/\S.*:\d+:\d+ /.test(line) && !/ warning: /.test(line));
  return (mistakes.length > 0 ? mistakes.slice(0, mostLines) : lines.slice(-mostLines)).join("\n");
}
