import { accessSync, constants, mkdirSync } from "node:fs";
import { StoreError } from "./store-error.ts";

const { R_OK, W_OK, X_OK } = constants;

/** Makes the folder if needed. A StoreError when this process cannot keep files in it. */
export function ownFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, R_OK | W_OK | X_OK);
  } catch (cause) {
    throw new StoreError(`Nothing can be kept in ${folder}: ${reasonOf(cause)}. DATA_DIR says where it is.`);
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : cause;
  switch (code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "this user may not write there";
    case "EEXIST":
    case "ENOTDIR":
      return "it is no folder";
    default:
      return String(code);
  }
}
