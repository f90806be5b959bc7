import { execFileSync } from "node:child_process";
import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";

/** A disk of one megabyte, which a test can fill. Undefined where this user may mount nothing. */
export function smallDiskForTests(): { folder: string; fill(): void; clear(): void } | undefined {
  const folder = folderForTests();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  onTestFinished(() => {
    execFileSync("umount", ["--lazy", folder]);
  });
  const filler = join(folder, "filler");
  return {
    folder,
    fill() {
      for (const size of [65_536, 4_096, 1]) appendUntilFull(filler, size);
    },
    clear: () => rmSync(filler),
  };
}

function appendUntilFull(file: string, size: number) {
  try {
    for (;;) appendFileSync(file, "x".repeat(size));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  }
}
