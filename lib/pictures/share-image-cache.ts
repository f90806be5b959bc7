import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import path from "node:path";
import { writeWhole } from "#lib/write-whole.ts";

/** Of the build that runs, which removes from it what it had no use for. */
export const sharedImages = shareImageCache(
  path.join(/* turbopackIgnore: true */ process.cwd(), ".next/cache/share-images"),
);

/** Pictures that are kept from one build to the next, each under a name that stands for all that it shows. */
export function shareImageCache(folder: string) {
  return {
    async get(name: string, draw: () => Promise<Buffer<ArrayBuffer>>): Promise<Buffer<ArrayBuffer>> {
      const file = path.join(/* turbopackIgnore: true */ folder, `${name}.png`);
      if (existsSync(file)) {
        utimesSync(file, new Date(), new Date());
        return readFileSync(file);
      }
      const png = await draw();
      mkdirSync(folder, { recursive: true });
      writeWhole(file, png);
      return png;
    },

    /** What nobody asked for since then, in milliseconds since 1970. */
    removeUnused(since: number) {
      for (const name of readdirSync(folder)) {
        const file = path.join(folder, name);
        if (statSync(file).mtimeMs < since) rmSync(file);
      }
    },
  };
}
