import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { copyFile, utimes } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { absent } from "#lib/if-there.ts";
import { linkOrCopy } from "#lib/link-or-copy.ts";
import { inputsOf } from "./inputs-of.ts";
import { isRunning } from "./is-running.ts";
import { linkTree } from "./link-tree.ts";
import { processName } from "./process-name.ts";
import { currentRelease } from "./releases.ts";

/**
 * Makes the folder of a new release with what runs beside Next's server: our code and the content, as they are now, or as
 * they were in another release. The build reads that content, so it is of one moment.
 */
export async function beginRelease(project: string, source = project): Promise<string> {
  const releases = join(project, ".releases");
  mkdirSync(releases, { recursive: true });
  removeUnfinished(releases);

  const folder = join(releases, `building-${processName()}`);
  mkdirSync(folder);
  try {
    await fill(folder, project, source);
  } catch (cause) {
    // On a full disk it would take the room that inquiries need.
    rmSync(folder, { recursive: true, force: true });
    throw cause;
  }
  return folder;
}

async function fill(folder: string, project: string, source: string) {
  // Before anything is taken from it: what changes meanwhile is for the next build.
  const inputs = join(folder, "inputs.json");
  if (source === project) writeFileSync(inputs, JSON.stringify(inputsOf(project)));
  // With its time, which tells when this content was taken in.
  else cpSync(join(source, "inputs.json"), inputs, { preserveTimestamps: true });
  // These take the most room.
  const linked = ["content/images", "content/files"].filter((name) => existsSync(join(source, name)));
  // What editors keep beside a file begins with a dot, and may be a link to nowhere.
  const filter = (from: string) => !linked.includes(relative(source, from)) && !basename(from).startsWith(".");
  for (const name of ["lib", "content", "package.json", "next.config.ts"]) {
    cpSync(join(source, name), join(folder, name), { recursive: true, dereference: true, filter });
  }
  const before = currentRelease(join(project, ".releases"));
  const taken = (from: string, to: string) => takeFile(from, to, before && join(before, relative(project, from)));
  const put = source === project ? taken : linkOrCopy;
  for (const name of linked) await linkTree(join(source, name), join(folder, name), [], put);
  symlinkSync("../../node_modules", join(folder, "node_modules"), "junction");
}

/**
 * A file of the project, which may be written over while the release runs: one of its own, or the one that the release before
 * has of it, by size and time.
 */
async function takeFile(from: string, to: string, before: string | undefined): Promise<void> {
  const [now, then] = [from, before].map((file) => file && statSync(file, { throwIfNoEntry: false }));
  if (!now) return;
  // Node sets a time to the millisecond, of which a file system keeps fractions. Releases of long ago had the project's own file.
  const isSame = then && then.size === now.size && Math.abs(then.mtimeMs - now.mtimeMs) < 1 && then.ino !== now.ino;
  try {
    await (before && isSame ? linkOrCopy(before, to) : copyFile(from, to, constants.COPYFILE_FICLONE));
    await utimes(to, now.atime, now.mtime);
  } catch (cause) {
    // What a program kept beside a picture for a moment.
    absent(cause as NodeJS.ErrnoException);
  }
}

/** What builds that were killed have left: a folder, or a link that was about to be put in its place. */
function removeUnfinished(releases: string) {
  for (const name of readdirSync(releases)) {
    const [, maker] = /^(?:building-|\w+\.)(\d+(?:-\d+)?)(?:\.part)?$/.exec(name) ?? [];
    // What the killed one had started may write there for a moment more.
    const patience = { maxRetries: 20, retryDelay: 100 };
    if (maker && !isRunning(maker)) rmSync(join(releases, name), { recursive: true, force: true, ...patience });
  }
}
