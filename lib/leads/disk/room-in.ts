import { statfsSync } from "node:fs";

export type Room = { bytes: number; files: number };

/** Room on the disk of a folder, in bytes and in files. */
export function roomIn(folder: string): Room {
  const { bavail, bsize, files, ffree } = statfsSync(folder);
  // Some file systems make room for files as they are needed, and say 0.
  return { bytes: bavail * bsize, files: files === 0 ? Infinity : ffree };
}
