import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { refuseUnasked } from "#lib/question.ts";
import { isRelease } from "#lib/release/release-folder.ts";
import { unreadable } from "./unreadable.ts";

/** Reads a release once; otherwise it reads again when one of the files or folders behind it has changed. */
export function memoize<Args extends string[], Value>(
  read: (...args: Args) => Value,
  sourcesOf: (...args: Args) => string[],
) {
  const kept = new Map<string, { stamp: string; value: Value }>();

  return (...args: Args): Value => {
    refuseUnasked(args.join(" "));
    const key = args.join("\n");
    const stamp = isRelease()
      ? ""
      : sourcesOf(...args)
          .map(stampOf)
          .join("\n");
    const known = kept.get(key);
    if (known?.stamp === stamp) return known.value;

    const value = read(...args);
    kept.set(key, { stamp, value });
    return value;
  };
}

function stampOf(source: string): string {
  try {
    const stats = statSync(/* turbopackIgnore: true */ source);
    if (!stats.isDirectory()) return `${source} ${stats.mtimeMs} ${stats.size}`;
    const names = readdirSync(/* turbopackIgnore: true */ source);
    return names.map((name) => stampOf(path.join(/* turbopackIgnore: true */ source, name))).join("\n");
  } catch (error) {
    return `${source} ${unreadable(error)}`;
  }
}
