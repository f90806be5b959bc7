import type { Note } from "./source.ts";
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

function together(told: Outcome["told"]): string[] {
  const files = new Map<string, string[]>();
  for (const { file, what, why } of told) {
    const key = `${what}: ${why}`;
    const known = files.get(key);
    if (!known) files.set(key, [file]);
    else if (known.at(-1) !== file) known.push(file);
  }
  return [...files].map(
    ([said, [first = "", ...others]]) => `${first}${others.length > 0 ? ` and ${others.length} others` : ""} ${said}`,
  );
}
