import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { removeOldReleases } from "./remove-old-releases.ts";

test("the three newest stay, and what the newest replaced: there is a way back also after two were taken back", () => {
  const releases = folderForTests();
  for (const [release, replaces] of [
    [7, 6],
    [8, 7],
    [9, 8],
    [10, 9],
    [11, 10],
    [12, 9],
  ]) {
    mkdirSync(join(releases, `${release}`));
    writeFileSync(join(releases, `${release}`, "replaces"), `${replaces}`);
  }
  removeOldReleases(releases);
  expect(readdirSync(releases).sort()).toEqual(["10", "11", "12", "9"]);
});

test("beside builds that nobody sees what runs stays, and what it replaced", () => {
  const releases = folderForTests();
  for (const release of [2, 3, 4, 5, 6, 7]) {
    mkdirSync(join(releases, `${release}`, "used-by"), { recursive: true });
    writeFileSync(join(releases, `${release}`, "replaces"), `${release - 1}`);
  }
  writeFileSync(join(releases, "4", "used-by", `${process.pid}`), "");
  removeOldReleases(releases);
  expect(readdirSync(releases).sort()).toEqual(["3", "4", "5", "6", "7"]);
});
