import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getSalesTopics } from "#lib/content/settings/sales-topics.ts";
import { getSpamExamples } from "#lib/content/settings/spam-examples.ts";
import { type LearnedPitches, learnPitches, type PitchModel, pitchModel } from "#lib/leads/spam/pitch-model.ts";
import { salesPhrases } from "#lib/leads/spam/sales-phrases.ts";
import { isRelease, releaseFolder } from "#lib/release/release-folder.ts";

/** What sales pitches are told by, and what was learned with it. */
export type Pitches = { topics: ReturnType<typeof getSalesTopics>; learned: LearnedPitches };

/** What the build learned; in development, what the content teaches now. To learn at each start took 0.9 of its 3.8 s of CPU. */
export function readPitchModel(): PitchModel {
  const { topics, learned }: Pitches = isRelease()
    ? JSON.parse(readFileSync(pitchesFile(), "utf8"))
    : learnFromContent();
  return pitchModel(learned, salesPhrases(topics));
}

/** Git-ignored and not public: made by the build, read when the site starts. */
export function pitchesFile(release = releaseFolder): string {
  return join(release, ".pitches.json");
}

export function learnFromContent(): Pitches {
  const topics = getSalesTopics();
  return { topics, learned: learnPitches(getSpamExamples(), salesPhrases(topics)) };
}
