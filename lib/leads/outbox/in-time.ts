import { setTimeout as wait } from "node:timers/promises";

/** What work comes to; rejects with a TimeoutError when it takes longer, and the work goes on for nobody. */
export async function inTime<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  const late = wait(ms, undefined, { ref: false }).then(() => {
    throw new DOMException(`not within ${ms} ms`, "TimeoutError");
  });
  return Promise.race([work, late]);
}
