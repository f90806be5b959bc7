import { writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { findChromium } from "./find-chromium.ts";

test("CHROMIUM_PATH goes first, and nothing takes its place when it does not start", () => {
  const folder = folderForTests();
  const mine = program(folder, "mine", 0);
  const broken = program(folder, "broken", 1);
  program(folder, "chromium", 0);

  expect(findChromium({ PATH: folder, CHROMIUM_PATH: mine })).toBe(mine);
  expect(findChromium({ PATH: folder, CHROMIUM_PATH: broken })).toBeUndefined();
  expect(findChromium({ PATH: folder, CHROMIUM_PATH: join(folder, "absent") })).toBeUndefined();
});

test("a program on the PATH that only pretends to be a Chromium is passed over", () => {
  const [first, second] = [folderForTests(), folderForTests()];
  program(first, "chromium-browser", 10);
  const chrome = program(second, "google-chrome", 0);

  const found = findChromium({ PATH: [first, "", second].join(delimiter) }, join(first, "none"));

  expect(found).toBe(chrome);
});

test("Playwright's own goes before the system's", () => {
  const folder = folderForTests();
  const own = program(folder, "own", 0);
  program(folder, "chromium", 0);

  expect(findChromium({ PATH: folder }, own)).toBe(own);
});

function program(folder: string, name: string, exitCode: number): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nexit ${exitCode}\n`, { mode: 0o755 });
  return path;
}
