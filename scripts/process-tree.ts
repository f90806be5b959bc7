import { readdirSync, readFileSync } from "node:fs";

// Of the kernel's clock, in which /proc counts: on every Linux that Node runs on.
const ticksPerSecond = 100;
const pageBytes = 4096;

/** What a process and all that it started use: CPU time since each began, and memory now. */
export function processTree(root: number): { cpuSeconds: number; bytes: number } {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const fields = readStat(name);
      if (!fields) return [];
      const ticks = Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
      return [{ pid: Number(name), parent: Number(fields[1]), ticks, pages: Number(fields[21]) }];
    });
  const tree = (pid: number): typeof processes =>
    processes.flatMap((known) => {
      if (known.pid === pid)
        return [known, ...processes.filter(({ parent }) => parent === pid).flatMap((child) => tree(child.pid))];
      return [];
    });
  const own = tree(root);
  return {
    cpuSeconds: own.reduce((sum, { ticks }) => sum + ticks, 0) / ticksPerSecond,
    bytes: own.reduce((sum, { pages }) => sum + pages, 0) * pageBytes,
  };
}

/** The fields after the name of the program, which stands in brackets and may hold spaces. */
function readStat(pid: string): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
  } catch (error) {
    // It ended meanwhile.
    if (error instanceof Error && "code" in error && ["ENOENT", "ESRCH"].includes(String(error.code))) return undefined;
    throw error;
  }
}
