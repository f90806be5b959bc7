/** Aborted by Ctrl-C, a polite kill or a closed terminal. The same signal often comes twice: see with-packages.mjs. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());
  return stop.signal;
}
