/** Whether there is a process with this number. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    // Anything but ESRCH is one of another user.
    return (cause as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
