import { inputsOf } from "#lib/release/inputs-of.ts";
import { readInputs } from "#lib/release/read-inputs.ts";
import { isDue } from "./is-due.ts";

/** Whether a release shows what is written, and what is due. */
export function isUpToDate(release: string, project = process.cwd()): boolean {
  const [made, now] = [readInputs(release), inputsOf(project)];
  return made?.code === now.code && made.content === now.content && !isDue(release);
}
