import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "#lib/release/is-running.ts";
import { processName } from "#lib/release/process-name.ts";
import { releasesFolder } from "#lib/release/releases.ts";
import { writeWhole } from "#lib/write-whole.ts";

/** How a publication goes that a Git host has asked for. */
export type PublicationOutcome = {
  /** `waiting` for another one; `cut-off` when its process ended without a word. */
  state: "waiting" | "running" | "published" | "failed" | "cut-off";
  /** What it has said so far. */
  log: string;
};

const mostKept = 20;
/** Within which a process has written its state. */
const startMs = 60_000;

/** Each is a file with its state, written by its own process, and one with what that says. */
export function writeOutcome(id: string, state: PublicationOutcome["state"], releases = releasesFolder) {
  mkdirSync(folderIn(releases), { recursive: true });
  writeWhole(join(folderIn(releases), `${id}.json`), JSON.stringify({ state, maker: processName() }));
}

export function logOf(id: string, releases = releasesFolder): string {
  mkdirSync(folderIn(releases), { recursive: true });
  return join(folderIn(releases), `${id}.log`);
}

export function readOutcome(id: string, releases = releasesFolder): PublicationOutcome | undefined {
  const log = join(folderIn(releases), `${id}.log`);
  if (!existsSync(log)) return undefined;
  const file = join(folderIn(releases), `${id}.json`);
  const { state, maker } = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : { state: "waiting", maker: undefined };
  const isOpen = state === "waiting" || state === "running";
  const isAlive = maker === undefined ? Date.now() - statSync(log).mtimeMs < startMs : isRunning(maker);
  return { state: isOpen && !isAlive ? "cut-off" : state, log: readFileSync(log, "utf8") };
}

/** Those that have come to their end, the newest first, and when each last said something, in milliseconds since 1970. */
export function* endedOutcomes(releases = releasesFolder): Generator<PublicationOutcome & { id: string; at: number }> {
  for (const id of idsIn(releases)) {
    const outcome = readOutcome(id, releases);
    if (!outcome || outcome.state === "waiting" || outcome.state === "running") continue;
    yield { id, at: statSync(logOf(id, releases)).mtimeMs, ...outcome };
  }
}

/** The one that has not begun: what is asked for meanwhile, it will publish as well. */
export function waitingOutcome(releases = releasesFolder): string | undefined {
  return idsIn(releases).find((id) => readOutcome(id, releases)?.state === "waiting");
}

export function removeOldOutcomes(releases = releasesFolder) {
  for (const id of idsIn(releases).slice(mostKept))
    for (const ending of ["log", "json"]) rmSync(join(folderIn(releases), `${id}.${ending}`), { force: true });
}

/** The newest first. */
function idsIn(releases: string): string[] {
  const folder = folderIn(releases);
  const logs = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".log")) : [];
  const dated = logs.map((name) => ({ id: name.slice(0, -4), at: statSync(join(folder, name)).birthtimeMs }));
  return dated.sort((a, b) => b.at - a.at).map(({ id }) => id);
}

function folderIn(releases: string): string {
  return join(releases, "outcomes");
}
