import { cpSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { linkOrCopy } from "#lib/link-or-copy.ts";

/** A folder again at another place, with the same files in it. `leftOut` are paths within it. */
export async function linkTree(from: string, to: string, leftOut: readonly string[] = []): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const { name } = entry;
    if (leftOut.includes(name)) continue;
    const within = leftOut.flatMap((path) => (path.startsWith(`${name}/`) ? [path.slice(name.length + 1)] : []));
    if (entry.isDirectory()) await linkTree(join(from, name), join(to, name), within);
    else if (entry.isFile()) await linkOrCopy(join(from, name), join(to, name));
    else cpSync(join(from, name), join(to, name), { verbatimSymlinks: true, recursive: true });
  }
}
