import type { Problem } from "#lib/content/source/content-error.ts";
import { listDownloads } from "#lib/content/source/downloads.ts";
import type { RawText } from "./text/raw-texts.ts";

/**
 * The files of content/files that nothing names but texts which readers do not see yet: everything there can be had at its name
 * from the next publication on. `unseen`: the files of those texts.
 */
export function earlyDownloads(root: string, raw: RawText[], unseen: ReadonlySet<string>): Problem[] {
  return listDownloads(root).flatMap(({ name }) => {
    // Names have small letters, digits and hyphens alone, and one may end as another.
    const whole = new RegExp(`(?<![a-z0-9-])${RegExp.escape(name)}`);
    const naming = raw.flatMap(({ file, text }) => {
      const at = text.search(whole);
      return at < 0 ? [] : [{ file, before: text.slice(0, at) }];
    });
    return naming.every(({ file }) => unseen.has(file)) ? naming.map((place) => warningAt(place, name)) : [];
  });
}

function warningAt({ file, before: text }: { file: string; before: string }, name: string): Problem {
  const before = text.split("\n");
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const message = `content/files/${name} can be had from the next publication on by whoever guesses its name, before readers see this text; give it a name that nobody guesses, or leave this line out until then`;
  return { severity: "warning", file, ...place, field: "file", message };
}
