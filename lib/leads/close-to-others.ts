import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Takes everybody else's rights to the files that inquiries are kept in. Gives a warning when others can read something
 * all the same: DATA_DIR itself, which may be there for more than this, or what another user owns.
 */
export function closeToOthers(dataDir: string): string | undefined {
  // Rights are other things there.
  if (process.platform === "win32") return undefined;
  const spool = join(dataDir, "spool");
  const own = ["leads.sqlite", "leads.sqlite-wal", "leads.sqlite-shm", "form-secret"].map((name) =>
    join(dataDir, name),
  );
  const spooled = statSync(spool, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(spool).map((name) => join(spool, name))
    : [];
  for (const path of [...own, spool, ...spooled]) close(path);

  const open = [dataDir, ...own, spool].filter((path) => othersRights(path) !== 0);
  return open.length > 0
    ? `*** Others than this user can open ${open.join(", ")}, where inquiries are kept: chmod go= ${open.join(" ")} ***`
    : undefined;
}

function close(path: string) {
  const found = statSync(path, { throwIfNoEntry: false });
  const user = process.getuid?.();
  if (found && othersRights(path) !== 0 && (user === 0 || user === found.uid)) chmodSync(path, found.mode & 0o700);
}

function othersRights(path: string): number {
  return (statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077;
}
