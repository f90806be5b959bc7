import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileTrouble } from "./file-trouble.ts";
import { StoreError } from "./store-error.ts";

const { R_OK, W_OK, X_OK } = constants;

/** Makes the folder if needed. A StoreError when this process cannot keep files in it. */
export function ownFolder(folder: string) {
  try {
    make(folder);
    accessSync(folder, R_OK | W_OK | X_OK);
  } catch (cause) {
    const reason = fileTrouble(cause) ?? (cause instanceof Error && "code" in cause ? cause.code : cause);
    throw new StoreError(`Nothing can be kept in ${folder}: ${reason}. DATA_DIR says where it is.`);
  }
}

/** Node's own `recursive` never ends where a folder is there and none can be made in it, as in /proc (26.10). */
function make(folder: string) {
  if (isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder && !isFolder(parent)) make(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (cause) {
    // Another process that starts at the same moment made it.
    if (!isFolder(folder)) throw cause;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
