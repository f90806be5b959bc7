import { chmodSync, existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expectUsable } from "./expect-usable.ts";
import { keptIn } from "./kept-in.ts";
import { openToOthers, othersRights } from "./open-to-others.ts";

/**
 * Takes everybody else's rights to the files that inquiries are kept in. Gives a warning when others can read something
 * all the same: DATA_DIR itself, which may be there for more than this, or what another user owns. A StoreError when this
 * process cannot use one of them, as when the site was first started by another user.
 */
export function closeToOthers(dataDir: string): string | undefined {
  // Rights are other things there.
  if (process.platform === "win32") return undefined;
  expectUsable(dataDir);
  const { files, spool } = keptIn(dataDir);
  const spooled = existsSync(spool) ? readdirSync(spool).map((name) => join(spool, name)) : [];
  for (const path of [...files, spool, ...spooled]) close(path);

  const open = openToOthers(dataDir);
  return open.length > 0
    ? `*** Others than this user can open ${open.join(", ")}, where inquiries are kept: chmod go= ${open.join(" ")} ***`
    : undefined;
}

function close(path: string) {
  const found = statSync(path, { throwIfNoEntry: false });
  const user = process.getuid?.();
  if (found && othersRights(path) !== 0 && (user === 0 || user === found.uid)) chmodSync(path, found.mode & 0o700);
}
