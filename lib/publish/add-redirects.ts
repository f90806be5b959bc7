import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isSeq, parseDocument, YAMLSeq } from "yaml";

export type Move = { from: string; to: string };

export const redirectsFile = "content/redirects.yaml";

/** Writes moves into the file of redirects, and gives those that it did not have. A file with mistakes stays as it is: the check names them. */
export function addRedirects(moves: Move[], project = process.cwd()): Move[] {
  const file = join(project, redirectsFile);
  const document = moves.length > 0 ? parseDocument(readFileSync(file, "utf8")) : undefined;
  if (!document || document.errors.length > 0 || !isMap(document.contents)) return [];

  const lines = document.get("redirects");
  const seq = isSeq(lines) ? lines : new YAMLSeq(document.schema);
  if (seq !== lines) document.set("redirects", seq);
  seq.flow = false;
  const written = moves.filter(({ from }) => !seq.items.some((line) => isMap(line) && line.get("from") === from));
  for (const { from, to } of written) {
    // Renamed back, it would lead in a circle; and what led to the old address would take two steps.
    seq.items = seq.items.filter((line) => !(isMap(line) && line.get("from") === to));
    for (const line of seq.items) if (isMap(line) && line.get("to") === from) line.set("to", to);
    seq.add(document.createNode({ from, to }));
  }
  if (written.length > 0) writeFileSync(file, document.toString({ lineWidth: 0 }));
  return written;
}
