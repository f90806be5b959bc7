import { setTimeout as wait } from "node:timers/promises";

export type Repeating = { stop(): Promise<void> };

/** Does `work`, waits, and does it again, until it is stopped; what is under way then comes to its end. What it throws ends nothing. */
export function repeat(
  everyMs: number,
  work: (stopping: AbortSignal) => Promise<void> | void,
  fail: (cause: unknown) => void,
): Repeating {
  const stopping = new AbortController();
  const loop = run();
  return {
    stop() {
      stopping.abort();
      return loop;
    },
  };

  async function run() {
    while (!stopping.signal.aborted) {
      try {
        await work(stopping.signal);
      } catch (cause) {
        fail(cause);
      }
      await wait(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(ignoreAbort);
    }
  }
}

function ignoreAbort(error: unknown) {
  if (!(error instanceof Error && error.name === "AbortError")) throw error;
}
