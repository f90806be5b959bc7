import { statSync } from "node:fs";
import { keptIn } from "./kept-in.ts";

/** What of DATA_DIR others than its owner can open: the folder itself, the files of inquiries, the spool. */
export function openToOthers(dataDir: string): string[] {
  const { files, spool } = keptIn(dataDir);
  return [dataDir, ...files, spool].filter((path) => othersRights(path) !== 0);
}

export function othersRights(path: string): number {
  // Rights are other things on Windows.
  if (process.platform === "win32") return 0;
  return (statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077;
}
