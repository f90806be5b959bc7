import { accessSync, constants, existsSync } from "node:fs";
import { join } from "node:path";
import { inputsOf } from "#lib/release/inputs-of.ts";
import { readInputs } from "#lib/release/read-inputs.ts";
import { wentBack } from "./went-back.ts";

// What a build starts with. An image may leave out what a running site does not need.
const needed = ["app", "components", "scripts/publish.ts", "node_modules/next/dist/bin/next"];

/** Why this machine cannot publish by itself what a release has waiting, as the end of a sentence; undefined when it can. */
export function dueObstacle(release: string, project = process.cwd()): string | undefined {
  if (wentBack.isTo(release))
    return "somebody has returned to this release (--back), so what is due waits for the next npm run publish.";
  const missing = needed.find((path) => !existsSync(join(project, path)));
  if (missing) return `the sources of the site are not on this machine (there is no ${missing}).`;
  try {
    accessSync(join(project, ".releases"), constants.W_OK);
  } catch {
    return "the folder .releases cannot be written.";
  }
  try {
    if (readInputs(release)?.code === inputsOf(project).code) return undefined;
  } catch (cause) {
    const { code, path } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    return `${path} cannot be read (${code}).`;
  }
  return "the code of the site, its packages or its settings were changed and not published.";
}
