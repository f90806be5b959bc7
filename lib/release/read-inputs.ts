import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Inputs } from "./inputs-of.ts";

/** What a release was made of, as it wrote down itself; releases of former versions did not, or otherwise. */
export function readInputs(release: string): Inputs | undefined {
  const file = join(release, "inputs.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
