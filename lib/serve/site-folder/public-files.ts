import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Source } from "./emit-site.ts";

/** What is in `public/`, which the adapter does not hand over. */
export async function publicFiles(folder: string): Promise<Source[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return (
    entries
      // The lists of what was made are for the build, and do not change their name with their content.
      .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && entry.name !== "manifest.json")
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((from) => ({ path: `/${relative(folder, from).replaceAll("\\", "/")}`, from }))
  );
}
