import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { colombianDate } from "#lib/hours/colombian-date.ts";
import { inputsOf } from "#lib/release/inputs-of.ts";
import { readManifest } from "#lib/serve/site-folder/read-manifest.ts";

/** Whether a release shows what is written, and what is due. */
export function isUpToDate(release: string, project = process.cwd()): boolean {
  const inputs = join(release, "inputs");
  if (!existsSync(inputs) || readFileSync(inputs, "utf8") !== inputsOf(project)) return false;
  const { changesOn } = readManifest(join(release, ".next/site"));
  return changesOn === undefined || changesOn > colombianDate(new Date());
}
