import { fileTrouble } from "#lib/leads/disk/file-trouble.ts";

/** What comes of the work; undefined where it met what whoever started it can mend, such as a full disk, which is said in a line. */
export async function orSay<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (cause) {
    const reason = fileTrouble(cause);
    if (!reason) throw cause;
    const { path = process.cwd() } = cause as NodeJS.ErrnoException;
    console.error(`Nothing was made: ${reason} (${path}). Mend that, and try again.`);
    return undefined;
  }
}
