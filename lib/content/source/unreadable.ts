import { statSync } from "node:fs";

/** Whoever opens a pipe waits for ever, and a device may have no end. Throws where nothing can be said of it. */
export function refuseEndless(onDisk: string): string | undefined {
  const stats = statSync(/* turbopackIgnore: true */ onDisk);
  return stats.isFile() || stats.isDirectory() ? undefined : endless;
}

const endless = "is a pipe, a socket or a device, where a file is read; put the file itself here, or remove it";

/** What to do about an entry of the content that the system did not let us read. */
export function unreadable(error: unknown): string {
  if (!(error instanceof Error && "code" in error && "syscall" in error)) throw error;
  const code = String(error.code);
  return advice[code] ?? `cannot be read here (${code}); copy it here again`;
}

const link = "is a link to what is not there; put the file itself here, or remove the link";
const rights = "may not be read by who builds the site; give everybody the right to read it";
const advice: Record<string, string> = {
  // For a name that is there.
  ENOENT: link,
  ELOOP: link,
  EISDIR: "is a folder, where a file is read; move it away, and write the file",
  ENOTDIR: "is a file, where a folder is read; move it away, and make the folder",
  EACCES: rights,
  EPERM: rights,
};
