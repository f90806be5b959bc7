import { copyFile, link } from "node:fs/promises";

/** The same file under another name, for what is replaced and never written over. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch((error: NodeJS.ErrnoException) => {
    // Another disk, or one that knows no links.
    if (error.code === "EXDEV" || error.code === "EPERM" || error.code === "ENOTSUP") return copyFile(from, to);
    throw error;
  });
}
