import { inputsOf } from "#lib/release/inputs-of.ts";
import { readInputs } from "#lib/release/read-inputs.ts";
import { readPageRecords } from "./page-records.ts";

/** Whether a release was made of this code, and knows of its pages what they have asked of the content. */
export function differsInContentAlone(release: string, project = process.cwd()): boolean {
  return readInputs(release)?.code === inputsOf(project).code && readPageRecords(release) !== undefined;
}
