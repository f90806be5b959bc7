import { accessSync, chmodSync, constants, existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileTrouble } from "./file-trouble.ts";
import { StoreError } from "./store-error.ts";

const { R_OK, W_OK, X_OK } = constants;
const dataDirHelp = "DATA_DIR says where inquiries are kept, and the user that runs the site has to own it.";

/**
 * Takes everybody else's rights to the files that inquiries are kept in. Gives a warning when others can read something
 * all the same: DATA_DIR itself, which may be there for more than this, or what another user owns. A StoreError when this
 * process cannot use one of them, as when the site was first started by another user.
 */
export function closeToOthers(dataDir: string): string | undefined {
  // Rights are other things there.
  if (process.platform === "win32") return undefined;
  const spool = join(dataDir, "spool");
  const files = ["leads.sqlite", "leads.sqlite-wal", "leads.sqlite-shm", "form-secret"].map((name) =>
    join(dataDir, name),
  );
  for (const folder of [dataDir, spool]) expectUsable(folder, "folder");
  for (const file of files) expectUsable(file, "file");
  const spooled = existsSync(spool) ? readdirSync(spool).map((name) => join(spool, name)) : [];
  for (const path of [...files, spool, ...spooled]) close(path);

  const open = [dataDir, ...files, spool].filter((path) => othersRights(path) !== 0);
  return open.length > 0
    ? `*** Others than this user can open ${open.join(", ")}, where inquiries are kept: chmod go= ${open.join(" ")} ***`
    : undefined;
}

function expectUsable(path: string, kind: "file" | "folder") {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return;
    if (found.isDirectory() !== (kind === "folder"))
      throw new StoreError(`${path} is no ${kind}, and one belongs there. ${dataDirHelp}`);
    accessSync(path, kind === "folder" ? R_OK | W_OK | X_OK : R_OK | W_OK);
  } catch (cause) {
    const reason = fileTrouble(cause);
    throw reason ? new StoreError(`${path} cannot be used: ${reason}. ${dataDirHelp}`) : cause;
  }
}

function close(path: string) {
  const found = statSync(path, { throwIfNoEntry: false });
  const user = process.getuid?.();
  if (found && othersRights(path) !== 0 && (user === 0 || user === found.uid)) chmodSync(path, found.mode & 0o700);
}

function othersRights(path: string): number {
  return (statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077;
}
