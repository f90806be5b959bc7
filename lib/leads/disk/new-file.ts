import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isRunning } from "#lib/release/is-running.ts";
import { fileTrouble } from "./file-trouble.ts";
import { StoreError } from "./store-error.ts";
import { syncFolder } from "./sync-folder.ts";

/**
 * A file that nobody else may read, which has its name once it is whole and on disk. `write` fills what has another name
 * until then. A StoreError when the name is taken or nothing can be written there.
 */
export async function newFile(file: string, write: (part: string) => Promise<void> | void): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  try {
    refuseTaken(file);
    removeLeft(file);
    const handle = openSync(part, "wx", 0o600);
    try {
      await write(part);
      fsyncSync(handle);
      refuseTaken(file);
      renameSync(part, file);
    } finally {
      closeSync(handle);
      rmSync(part, { force: true });
    }
    syncFolder(dirname(file));
  } catch (cause) {
    const reason = fileTrouble(cause);
    throw reason ? new StoreError(`${file} cannot be written: ${reason}.`) : cause;
  }
}

/** What somebody left half written who was killed. It may be as large as the whole, and holds leads. */
function removeLeft(file: string) {
  const [folder, start] = [dirname(file), `${basename(file)}.`];
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(start) && /^(\d+)\.part$/.exec(name.slice(start.length))?.[1];
    if (pid && !isRunning(pid)) rmSync(join(folder, name), { force: true });
  }
}

function refuseTaken(file: string) {
  if (existsSync(file)) throw new StoreError(`${file} is there already. It stays as it is: name another file.`);
}
