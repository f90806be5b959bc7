import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Whether somebody has returned to a release. What is due in it may be what was taken back, and waits for a publication of theirs. */
export const wentBack = {
  isTo: (release: string) => existsSync(markIn(release)),
  to: (release: string) => writeFileSync(markIn(release), ""),
  forget: (release: string) => rmSync(markIn(release), { force: true }),
};

function markIn(release: string): string {
  return join(release, "went-back");
}
