import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "#lib/write-whole.ts";
import { isRunning } from "./is-running.ts";
import { processName } from "./process-name.ts";
import { releasesFolder } from "./releases.ts";

/** What a process that runs releases says of itself to who publishes. */
export type RunnerMark = {
  pid: number;
  /** What it runs, from the folder of the release on. */
  entry: string;
  /** SITE_URL as it knows it; undefined of a former version. */
  siteUrl?: string;
  /** The name of the release that it runs. */
  release: string;
  /** The notice that it has followed last, and why it stays with its release, if it does. */
  notice?: string | undefined;
  refusal?: string | undefined;
};

export function writeMark(mark: RunnerMark, releases = releasesFolder) {
  const folder = join(releases, "runners");
  mkdirSync(folder, { recursive: true });
  writeWhole(join(folder, `${processName(mark.pid)}.json`), JSON.stringify({ ...mark, folder: numberOf(folder) }));
}

export function removeMark(pid: number, releases = releasesFolder) {
  rmSync(join(releases, "runners", `${processName(pid)}.json`), { force: true });
}

/** Of those that run on this machine, from this folder: a copy of it, made while they ran, has their marks as well. */
export function readMarks(releases = releasesFolder): RunnerMark[] {
  const folder = join(releases, "runners");
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && isRunning(name.slice(0, -5)));
  const marks = names.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  return marks.filter((mark) => mark.folder === numberOf(folder));
}

/** It has another name in a container, and the same number. */
function numberOf(folder: string): string {
  return String(statSync(folder, { bigint: true }).ino);
}
