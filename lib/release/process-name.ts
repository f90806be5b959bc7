import { readFileSync } from "node:fs";

/**
 * A process for good: its number, and where the system tells it, when it began (proc(5), field 22). Numbers are given again,
 * in a container after each restart.
 */
export function processName(pid = process.pid): string {
  const began = beginningOf(pid);
  return began === undefined ? `${pid}` : `${pid}-${began}`;
}

function beginningOf(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      // The name of its program, in brackets, may hold spaces.
      .replace(/^.*\) /s, "")
      .split(" ");
    return fields[19];
  } catch (cause) {
    // It is gone, or this is no Linux.
    if (!["ENOENT", "ESRCH"].includes((cause as NodeJS.ErrnoException).code ?? "")) throw cause;
    return undefined;
  }
}
