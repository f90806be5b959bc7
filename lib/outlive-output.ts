/**
 * Whatever becomes of the log, the process goes on: its disk may be full, or whoever read it gone. Node breaks at that where
 * nobody listens; the handler that Next has for it writes of it to the same log, and so on for ever, and answers nobody.
 */
export function outliveOutput(onLost = () => {}): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", onLost);
}
