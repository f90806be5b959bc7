import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type SmallDisk = {
  folder: string;
  fill(): void;
  clear(): void;
  remove(): void;
};

/** A disk of so many megabytes, which a test can fill. Undefined where this user may mount nothing. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "dreamcode-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=700`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    rmdirSync(folder);
    return undefined;
  }
  const filler = join(folder, "filler");
  return {
    folder,
    fill() {
      for (const size of [65_536, 4_096, 1]) appendUntilFull(filler, size);
    },
    clear: () => rmSync(filler),
    remove() {
      // A process that was killed may not have let go of it yet.
      execFileSync("umount", ["--lazy", folder]);
      rmdirSync(folder);
    },
  };
}

function appendUntilFull(file: string, size: number) {
  try {
    for (;;) appendFileSync(file, "x".repeat(size));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  }
}
