import { renameSync, writeFileSync } from "node:fs";

/** A file that stands under its name is complete, even when the build was stopped while it was being written. */
export function writeWhole(file: string, content: Buffer | string) {
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, content);
  renameSync(part, file);
}
