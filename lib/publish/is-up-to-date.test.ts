import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { beginRelease } from "#lib/release/begin-release.ts";
import { projectForTests } from "#lib/release/project-for-tests.ts";
import { isUpToDate } from "./is-up-to-date.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

test("a release is up to date until something is written", async () => {
  const { project, release } = await built();
  expect(isUpToDate(release, project)).toBe(true);
  writeFileSync(join(project, "content/site.yaml"), "name: DreamCodes\n");
  expect(isUpToDate(release, project)).toBe(false);
});

test.each([
  ["2026-12-01T04:59:59Z", true],
  ["2026-12-01T05:00:00Z", false],
])("where an article is due at midnight in Colombia, it is not from then on: %s", async (now, expected) => {
  const { project, release } = await built("2026-12-01T05:00:00.000Z");
  vi.setSystemTime(now);
  expect(isUpToDate(release, project)).toBe(expected);
});

test("one that was made before builds wrote down what they are made of is not", async () => {
  const { project } = await built();
  const old = join(project, ".releases/1");
  mkdirSync(old);
  expect(isUpToDate(old, project)).toBe(false);
});

async function built(changesAt?: string) {
  const project = projectForTests();
  const release = await beginRelease(project);
  mkdirSync(join(release, ".next/site"), { recursive: true });
  writeFileSync(join(release, ".next/site/site.json"), JSON.stringify({ files: [], changesAt }));
  return { project, release };
}
