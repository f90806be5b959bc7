import { onStop } from "#lib/on-stop.ts";

/** Aborted by Ctrl-C, a polite kill, a closed terminal, or the end of npm. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  onStop(() => stop.abort());
  return stop.signal;
}
