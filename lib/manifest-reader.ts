import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { memoize } from "#lib/content/source/memoize.ts";

/** Reads the `manifest.json` in which the program at `maker` lists the files that it made in a folder. */
export function manifestReader<Manifest>(maker: string): (folder: string) => Manifest {
  return memoize(
    (folder: string): Manifest => {
      const file = manifestIn(folder);
      if (!existsSync(/* turbopackIgnore: true */ file)) throw new Error(`${file} is missing; run: node ${maker}`);
      return JSON.parse(readFileSync(/* turbopackIgnore: true */ file, "utf8"));
    },
    (folder) => [manifestIn(folder)],
  );
}

function manifestIn(folder: string) {
  return path.join(/* turbopackIgnore: true */ folder, "manifest.json");
}
