import { cpSync, renameSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { processName } from "./process-name.ts";
import { readMarks, writeMark } from "./runner-mark.ts";

test("a copy of the folder that was made while something ran has nothing that runs", () => {
  const releases = folderForTests();
  const copy = join(folderForTests(), "copy");
  writeMark({ pid: process.pid, entry: "lib/site-process.ts", release: "1" }, releases);
  cpSync(releases, copy, { recursive: true });
  expect(readMarks(releases)).toMatchObject([{ pid: process.pid, release: "1" }]);
  expect(readMarks(copy)).toEqual([]);
});

test("a mark whose number another process has now is of one that is gone", () => {
  const releases = folderForTests();
  writeMark({ pid: process.pid, entry: "lib/site-process.ts", release: "1" }, releases);
  renameSync(join(releases, `runners/${processName()}.json`), join(releases, `runners/${process.pid}-1.json`));
  expect(readMarks(releases)).toEqual([]);
});

test("a process that was killed and left its mark does not run", () => {
  const releases = folderForTests();
  // No process of Linux has that number.
  writeMark({ pid: 4_194_305, entry: "lib/site-process.ts", release: "1" }, releases);
  expect(readMarks(releases)).toEqual([]);
});
