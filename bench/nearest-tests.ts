import { readFileSync } from "node:fs";
import { join } from "node:path/posix";

/**
 * The test files that reach a file through imports, or through a program that they name and start: first the one beside
 * it, then those that are the fewest steps away.
 */
export function nearestTests(file: string, files: readonly string[]): string[] {
  const reached = new Set([file]);
  for (const each of reached) {
    for (const user of files) if (usedBy(user, files).has(each)) reached.add(user);
  }
  const beside = files.filter((each) => each.replace(".test.", ".") === file && each !== file);
  return [...new Set([...beside, ...reached])].filter((each) => /\.test\.tsx?$/.test(each));
}

const known = new Map<string, Set<string>>();

/** Of every string that names a file of ours, with `#` or from where it stands. */
function usedBy(user: string, files: readonly string[]): Set<string> {
  const before = known.get(user);
  if (before) return before;
  const named = readFileSync(user, "utf8").matchAll(/["'`](#|\.{1,2}\/)?([\w[\]./-]+\.tsx?)["'`]/g);
  const places = Array.from(named, ([, from = "", path = ""]) =>
    from.startsWith(".") ? join(user, "..", from, path) : path,
  );
  const used = new Set(places.filter((place) => files.includes(place)));
  known.set(user, used);
  return used;
}
