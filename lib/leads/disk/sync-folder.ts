import { closeSync, fsyncSync, openSync } from "node:fs";

/** The entries of the folder are on disk when this returns. */
export function syncFolder(folder: string) {
  // Windows opens no folder, and keeps its entries by itself.
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
