import path from "node:path";
import type { Problem } from "#lib/content/source/content-error.ts";
import { entriesOf, fileIn } from "#lib/content/source/content-folder.ts";

/** Names that a copy of the content on Windows could not hold: git stops there at the first of them. */
export function windowsNames(root: string, ...folder: string[]): Problem[] {
  const seen = new Map<string, string>();
  return entriesOf(path.join(root, ...folder)).flatMap((entry) => {
    const { name } = entry;
    const twin = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), name);
    const reason = twin === undefined ? faultOf(name) : `${twin} differs from it in capitals alone`;
    const file = fileIn(root, ...folder, name);
    const message = `cannot be on a Windows machine: ${reason}; give it another name`;
    const problem = { severity: "warning", file, line: 1, column: 1, field: "file name", message } as const;
    return [...(reason ? [problem] : []), ...(entry.isDirectory() ? windowsNames(root, ...folder, name) : [])];
  });
}

function faultOf(name: string): string | undefined {
  const sign = /[<>:"|?*\\\p{Cc}]/u.exec(name)?.[0];
  if (sign) return `it has a ${/\p{Cc}/u.test(sign) ? "character that nobody can see" : sign} in its name`;
  if (/[. ]$/.test(name)) return "its name ends with a full stop or a space";
  const device = /^(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?=\.|$)/i.exec(name)?.[0];
  return device && `${device} is the name of a device there`;
}
