import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import type { Pitches } from "./release-pitches.ts";

const phrases = "needs:\n  - we need\npitches:\n  links:\n    - backlink*\n";
const examples =
  "pitches:\n  - Cheap backlinks for you\n  - Backlinks cheap\ninquiries:\n  - We need engineers\n  - Engineers, please\n";

test("what was learned is taken over from the release before, until somebody corrects an example or a phrase", () => {
  const first = built({ "spam-examples.yaml": examples, "sales-phrases.yaml": phrases });
  const same = built({ "spam-examples.yaml": examples, "sales-phrases.yaml": phrases }, first);
  const corrected = built(
    { "spam-examples.yaml": examples.replaceAll("ngineers", "ggs"), "sales-phrases.yaml": phrases },
    same,
  );
  const more = built({ "spam-examples.yaml": examples, "sales-phrases.yaml": `${phrases}    - guest post\n` }, same);

  expect(statSync(join(same, ".pitches.json")).ino).toBe(statSync(join(first, ".pitches.json")).ino);
  expect(words(first)).toContain("engine");
  expect(words(corrected)).not.toContain("engine");
  expect(pitchesOf(more).topics.pitches).toEqual([["backlink*", "guest post"]]);
});

/** A release with these files of content, and what the build makes of them. */
function built(content: Record<string, string>, before?: string): string {
  const folder = folderForTests();
  mkdirSync(join(folder, "content"));
  for (const [name, text] of Object.entries(content)) writeFileSync(join(folder, "content", name), text);
  const command = [join(import.meta.dirname, "build-pitches.ts"), ...(before ? [before] : [])];
  const run = spawnSync(process.execPath, command, {
    env: { ...process.env, RELEASE_FOLDER: folder },
    encoding: "utf8",
  });
  expect(run.status, run.stderr).toBe(0);
  return folder;
}

function words(release: string): string[] {
  return pitchesOf(release).learned.features.map(([feature]) => feature);
}

function pitchesOf(release: string): Pitches {
  return JSON.parse(readFileSync(join(release, ".pitches.json"), "utf8"));
}
