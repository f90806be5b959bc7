import cluster from "node:cluster";

// What a process of a release and the runner that started it tell each other. Without a runner nobody hears it.

/** From the process: whether it does its work from now on, or why it cannot. */
export type Word = { isReady: true } | { refusal: string };

export const leave = "leave";
/** From the process: what comes from now on goes to the one that follows. */
const isLeaving = { isLeaving: true };

/** The variable that tells a process which file of its runner is the port, where somebody else holds that. */
export const heldPort = "HELD_PORT_FD";

export function sayReady() {
  process.send?.({ isReady: true } satisfies Word);
}

/** Ends the process, once it is said. */
export function refuseToRun(refusal: string) {
  if (!process.send) process.exit(1);
  process.send({ refusal } satisfies Word, () => process.exit(1));
}

/** Calls back once the next release runs: this process is to take nothing more, and to finish what it has begun. */
export function onLeave(callback: () => void) {
  process.on("message", (message) => {
    if (message !== leave) return;
    callback();
    process.send?.(isLeaving);
  });
}

/** Whether another process does the work until this one says that it is ready. */
export const isSuccessor = (cluster.worker?.id ?? 1) > 1;
