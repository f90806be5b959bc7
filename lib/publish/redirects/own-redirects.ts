import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { z } from "zod";
import { ifThere } from "#lib/if-there.ts";
import { type Move, redirectsFile } from "./add-redirects.ts";

/** Beside the releases: a pull that is killed, or brings a file with mistakes, loses none of them. */
export const redirectsAside = ".releases/own-redirects.json";

/**
 * What publications of this machine have written into the file of redirects, and Git does not know: where somebody else
 * changes that file, it would take in nothing more.
 */
export function ownRedirects(project = process.cwd()): Move[] {
  const known = spawnSync("git", ["show", `HEAD:./${redirectsFile}`], { cwd: project, encoding: "utf8" });
  if (known.status !== 0) return [];
  const committed = new Set((redirectsIn(known.stdout) ?? []).map(({ from, to }) => `${from} ${to}`));
  const here = redirectsIn(readFileSync(join(project, redirectsFile), "utf8")) ?? [];
  const all = new Map([...readAside(project), ...here].map((each) => [each.from, each]));
  return [...all.values()].filter(({ from, to }) => !committed.has(`${from} ${to}`));
}

/** Put aside, and not back yet: Git brought a file with mistakes, or was killed. */
function readAside(project: string): Move[] {
  const text = ifThere(() => readFileSync(join(project, redirectsAside), "utf8"));
  return text === undefined ? [] : z.array(move).parse(JSON.parse(text));
}

const move = z.object({ from: z.string(), to: z.string() });
const moves = z.object({ redirects: z.array(move) });

/** Undefined of a file with mistakes. */
export function redirectsIn(yaml: string): Move[] | undefined {
  const document = parseDocument(yaml);
  return document.errors.length > 0 ? undefined : moves.safeParse(document.toJS()).data?.redirects;
}
