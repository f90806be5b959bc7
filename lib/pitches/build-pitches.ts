// Makes .pitches.json from the content: `node lib/pitches/build-pitches.ts [a release before it]`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { ifThere } from "#lib/if-there.ts";
import { linkOrCopy } from "#lib/link-or-copy.ts";
import { learnFromContent, pitchesFile } from "./release-pitches.ts";

const [, , before] = process.argv;

if (before && ["spam-examples.yaml", "sales-phrases.yaml"].every(isAsBefore))
  await linkOrCopy(pitchesFile(before), pitchesFile());
else writeFileSync(pitchesFile(), JSON.stringify(learnFromContent()));

function isAsBefore(name: string): boolean {
  const [then, now] = [join(before ?? "", "content", name), join(contentRoot, name)].map((file) =>
    ifThere(() => readFileSync(file, "utf8")),
  );
  return then === now;
}
