import { readdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { errorOfFile, type Problem } from "#lib/content/source/content-error.ts";
import { fileIn } from "#lib/content/source/content-folder.ts";

/** Links that lead out of the content: what stands there would be published, a file with passwords for example. */
export function outsideFiles(root: string): Problem[] {
  const home = realpathSync(root);
  return readdirSync(root, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    // What editors keep begins with a dot, and is read by nobody.
    if (!entry.isSymbolicLink() || entry.name.startsWith(".")) return [];
    const file = path.join(entry.parentPath, entry.name);
    if (!leadsOutside(file, home)) return [];
    const message = "is a link that leads out of content/; put the file itself here";
    return [errorOfFile(fileIn(root, ...path.relative(root, file).split(path.sep)), "file name", message)];
  });
}

/** One that leads nowhere is named by whoever reads it. */
function leadsOutside(file: string, home: string): boolean {
  try {
    return !realpathSync(file).startsWith(home + path.sep);
  } catch {
    return false;
  }
}
