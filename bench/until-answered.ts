import { setTimeout as wait } from "node:timers/promises";
import type { RunningProcess } from "../scripts/start-process.ts";

const startLimitMs = 30_000;

/** Resolves once the address is answered well; rejects when the program ends before, or takes too long. */
export async function untilAnswered(url: string, program: RunningProcess): Promise<void> {
  let hasEnded = false;
  program.exitCode.then(() => {
    hasEnded = true;
  });
  for (const limit = Date.now() + startLimitMs; Date.now() < limit && !hasEnded; await wait(100)) {
    const isAnswered = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isAnswered) return;
  }
  throw new Error(`${program.output()}\nNothing answers on ${url}.`);
}
