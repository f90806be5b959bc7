import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder for one test; it goes, with all that is in it, when the test is over. */
export function folderForTests(): string {
  const folder = mkdtempSync(join(tmpdir(), "dreamcode-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
