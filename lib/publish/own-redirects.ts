import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { z } from "zod";
import { type Move, redirectsFile } from "./add-redirects.ts";

/**
 * What publications of this machine have written into the file of redirects, and Git does not know: where somebody else
 * changes that file, it would take in nothing more.
 */
export function ownRedirects(project = process.cwd()): Move[] {
  const known = spawnSync("git", ["show", `HEAD:./${redirectsFile}`], { cwd: project, encoding: "utf8" });
  if (known.status !== 0) return [];
  const committed = new Set(redirectsIn(known.stdout).map(({ from, to }) => `${from} ${to}`));
  const here = redirectsIn(readFileSync(join(project, redirectsFile), "utf8"));
  return here.filter(({ from, to }) => !committed.has(`${from} ${to}`));
}

const move = z.object({ from: z.string(), to: z.string() });
const moves = z.object({ redirects: z.array(move) });

/** None of a file with mistakes. */
function redirectsIn(yaml: string): Move[] {
  const document = parseDocument(yaml);
  return document.errors.length > 0 ? [] : (moves.safeParse(document.toJS()).data?.redirects ?? []);
}
