import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processName } from "./process-name.ts";
import { writeIfAllowed } from "./write-if-allowed.ts";

/** Makes a build the one of this process, for as long as it runs: later builds leave it alone, and so does it them. */
export function holdRelease(folder: string) {
  process.env.RELEASE_FOLDER = folder;

  const mark = join(folder, "used-by", processName());
  writeIfAllowed(() => {
    mkdirSync(join(folder, "used-by"), { recursive: true });
    writeFileSync(mark, "");
    process.on("exit", () => rmSync(mark, { force: true }));
  });
}
