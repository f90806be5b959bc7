import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { ImportError } from "./import-error.ts";

const mostBytes = 200_000_000;

/** Refuses what no text and no folder of texts needs, before any of it is in memory. */
export function refuseLarge(file: string) {
  const { size } = statSync(file);
  if (size > mostBytes) {
    throw new ImportError(
      `${path.basename(file)} has ${Math.ceil(size / 1_000_000)} MB; 200 are read at most. Export it in parts`,
    );
  }
}

export function readBounded(file: string): Buffer {
  refuseLarge(file);
  return readFileSync(file);
}
