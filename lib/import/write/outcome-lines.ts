import type { Note } from "#lib/import/read/source.ts";
import type { Outcome } from "./write-posts.ts";

/** What the command says: how many first, then what was not written, then what is to be looked at, alike things on one line. */
export function outcomeLines({ written, pictures, refused, told }: Outcome, ofSource: Note[]): string[] {
  const lines = together(told);
  return [
    `import: ${written.length} posts written as drafts, ${pictures} pictures, ${refused.length} posts not written, ${lines.length + ofSource.length} things to look at`,
    ...(refused.length > 0 ? ["", "Not written:", ...refused.map(({ source, why }) => `  ${source}: ${why}`)] : []),
    ...(lines.length + ofSource.length > 0 ? ["", "Not carried over as it was:"] : []),
    ...ofSource.map(({ what, why }) => `  ${what}: ${why}`),
    ...lines.map((line) => `  ${line}`),
    ...(written.length > 0
      ? [
          "",
          `Written: ${written.slice(0, 20).join(", ")}${written.length > 20 ? " …" : ""}`,
          "Look at them with npm run dev, check them with npm run content, and take out draft: true from what is to appear.",
        ]
      : []),
  ];
}

/** Names that a list of ours lacks stand on one line; of anything else the files that have it. */
function together(told: Outcome["told"]): string[] {
  const groups = new Map<string, { note: Note; of: Map<string, number> }>();
  for (const { file, ...note } of told) {
    const key = `${note.what}${note.name === undefined ? "" : " “”"}: ${note.why}`;
    const group = groups.get(key) ?? { note, of: new Map<string, number>() };
    const one = note.name === undefined ? file : `“${note.name}”`;
    group.of.set(one, (group.of.get(one) ?? 0) + 1);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ note: { what, name, why }, of }) => {
    const [first = "", ...others] = of.keys();
    if (name === undefined) return `${first}${others.length > 0 ? ` and ${others.length} more` : ""}: ${what}: ${why}`;
    return `${what} ${[...of].map(([one, count]) => (count > 1 ? `${one} (${count} times)` : one)).join(", ")}: ${why}`;
  });
}
