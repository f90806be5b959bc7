/**
 * Ends the process at an error that nobody caught, as Node does by itself; but Node says so past `outliveOutput`, and where the reader of the
 * log stands still it would never end, and never be started again.
 */
export function endOnError(): void {
  process.on("uncaughtException", (error) => {
    console.error(error);
    process.exit(1);
  });
}
