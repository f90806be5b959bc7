import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { sha256 } from "#lib/leads/sha256.ts";
import { releasesFolder } from "#lib/release/releases.ts";
import { failureIn } from "./failure-in.ts";
import { endedOutcomes } from "./publication-outcome.ts";

/**
 * Tells of a publication that a Git host has asked for and that failed, until the next one is well, or somebody has published
 * by hand: whoever pushed sees nothing of it. `taken` is when the content that runs was taken in, in milliseconds since 1970.
 */
export function lookAtPublications(
  { sightings, siteUrl }: Pick<LeadDesk, "sightings" | "siteUrl">,
  taken: number,
  releases = releasesFolder,
): void {
  const failed = failedSince(taken, releases);
  const [last] = failed;
  if (last) {
    const outcome = `${siteUrl}/publish/${last.id}`;
    sightings.see("publication-failed", { reason: last.reason, outcome, occasion: occasionOf(failed) });
  } else sightings.isOver("publication-failed");
}

type Failure = { id: string; reason: string };

/** The newest first. */
function failedSince(taken: number, releases: string): Failure[] {
  const failed: Failure[] = [];
  for (const { id, state, at, log } of endedOutcomes(releases)) {
    if (state === "published" || at < taken) break;
    failed.push({ id, reason: failureIn(log) });
  }
  return failed;
}

/**
 * Stays the same while the same failure comes again, and is another one when another comes, also one that was there before:
 * whoever brought it back has mended what came between. Several machines that publish the same have the same. How long
 * something took is no other failure.
 */
function occasionOf(failed: Failure[]): string {
  const reasons = failed.map(({ reason }) => reason.replace(/\d+\.\d+/g, ""));
  return sha256(reasons.filter((reason, index) => reason !== reasons[index - 1]).join("\n\n")).slice(0, 12);
}
