import { processName } from "./process-name.ts";

/** Whether there is a process with this number, or this very process. */
export function isRunning(name: string): boolean {
  const pid = Number.parseInt(name, 10);
  try {
    process.kill(pid, 0);
  } catch (cause) {
    // Anything but ESRCH is one of another user.
    if ((cause as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return !name.includes("-") || processName(pid) === name;
}
