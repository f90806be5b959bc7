import { existsSync, readdirSync, readFileSync, realpathSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/**
 * Where the builds are, each in a folder with a number, and beside them two links: `current` leads to the one that the next
 * start takes, and `served` to the one that the web server before the site shows.
 */
export const releasesFolder = resolve(".releases");

export function currentRelease(releases = releasesFolder): string | undefined {
  const link = join(releases, "current");
  return existsSync(link) ? realpathSync(link) : undefined;
}

/** Points one of the links to a release, so that whoever follows it finds either the old one or the new one. */
export function pointTo(release: string, name: "current" | "served") {
  const link = join(dirname(release), name);
  const part = `${link}.${process.pid}.part`;
  // What Windows calls a junction needs no rights there; elsewhere the word is not looked at.
  symlinkSync(basename(release), part, "junction");
  renameSync(part, link);
}

/** The newest first. */
export function releaseNumbers(releases = releasesFolder): number[] {
  const numbers = readdirSync(/* turbopackIgnore: true */ releases).flatMap((name) =>
    /^\d+$/.test(name) ? Number(name) : [],
  );
  return numbers.sort((a, b) => b - a);
}

/** Notes what was there before a release: what was current when it was made, and what readers saw when it was put in its place. */
export function noteReplaced(release: string, before: string) {
  writeFileSync(join(release, "replaces"), basename(before));
}

/** What was there before a release, which need not be the number below: somebody may have gone back. */
export function replacedBy(release: string): string | undefined {
  const file = join(release, "replaces");
  if (!existsSync(file)) return undefined;
  const before = join(dirname(release), readFileSync(file, "utf8"));
  return existsSync(before) ? before : undefined;
}
