import { basename } from "node:path";

const signals = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
const lookMs = 300;

/** Calls back, once, when this process is asked to stop, and with by what: a signal, or the end of the npm that started it. */
export function onStop(stop: (asker: string) => void) {
  let isStopping = false;
  const stopOnce = (asker: string) => {
    // Ctrl-C reaches a whole group of processes, and whoever started this one passes it on as well.
    if (isStopping) return;
    isStopping = true;
    stop(asker);
  };
  for (const signal of signals) process.on(signal, stopOnce);

  // npm passes on SIGTERM and SIGINT to the shell that it starts a script with, which dies and leaves us behind; and when
  // npm itself dies of SIGHUP, nobody is told.
  const script = process.env.npm_lifecycle_script;
  if (!script?.includes(basename(process.argv[1] ?? ""))) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stopOnce("the end of npm");
  }, lookMs).unref();
}
