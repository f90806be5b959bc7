import { setTimeout as wait } from "node:timers/promises";
import pLimit from "p-limit";

const most = 2;
/** A page takes 40 ms. One that hangs keeps nobody else from theirs. */
const longestMs = 5_000;

/** Work that is done two at a time, in the order in which it came. */
export function inTurns() {
  const turn = pLimit(most);
  return <Result>(work: () => Promise<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      turn(() => {
        const done = work().then(resolve, reject);
        return Promise.race([done, wait(longestMs, undefined, { ref: false })]);
      });
    });
}
