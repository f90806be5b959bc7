import path from "node:path";
import { memoize } from "./memoize.ts";

/** Of what is read in a folder of content, `root`. The sources are named from there. */
export function memoizeContent<Args extends [root: string, ...string[]], Value>(
  read: (...args: Args) => Value,
  sourcesOf: (...args: Args) => string[],
) {
  return memoize(read, (...args) =>
    sourcesOf(...args).map((source) => path.join(/* turbopackIgnore: true */ args[0], source)),
  );
}
