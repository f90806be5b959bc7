import { accessSync, constants, mkdirSync } from "node:fs";
import { fileTrouble } from "./file-trouble.ts";
import { StoreError } from "./store-error.ts";

const { R_OK, W_OK, X_OK } = constants;

/** Makes the folder if needed. A StoreError when this process cannot keep files in it. */
export function ownFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, R_OK | W_OK | X_OK);
  } catch (cause) {
    const reason = fileTrouble(cause) ?? (cause instanceof Error && "code" in cause ? cause.code : cause);
    throw new StoreError(`Nothing can be kept in ${folder}: ${reason}. DATA_DIR says where it is.`);
  }
}
