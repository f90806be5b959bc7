import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
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

function refuseTaken(file: string) {
  if (existsSync(file)) throw new StoreError(`${file} is there already. It stays as it is: name another file.`);
}
