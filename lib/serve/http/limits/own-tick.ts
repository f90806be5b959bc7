import { setImmediate as tick } from "node:timers/promises";

let last: Promise<void> = Promise.resolve();

/** Waits until it is this caller's turn in a round of the event loop of its own: between two, others are answered. */
export function ownTick(): Promise<void> {
  last = last.then(() => tick());
  return last;
}
