import { setImmediate as tick, setTimeout as wait } from "node:timers/promises";
import pLimit, { type LimitFunction } from "p-limit";

/** A page takes 40 ms. One that hangs keeps nobody else from theirs. */
const longestMs = 5_000;

/**
 * Work that is done a few at a time, and one at a time for each sender: whoever asks for a thousand pages waits for them, and
 * somebody else for no more than one of theirs. Before each, whatever else came in is seen to.
 */
export function inTurns(most: number) {
  const turn = pLimit(most);
  const senders = new Map<string, { turn: LimitFunction; asked: number }>();
  return <Result>(sender: string, work: () => Promise<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      const own = senders.get(sender) ?? { turn: pLimit(1), asked: 0 };
      senders.set(sender, own);
      own.asked += 1;
      own.turn(() => turn(take)).finally(leave);

      async function take() {
        await tick();
        const done = work().then(resolve, reject);
        await Promise.race([done, wait(longestMs, undefined, { ref: false })]);
      }

      function leave() {
        own.asked -= 1;
        if (own.asked === 0) senders.delete(sender);
      }
    });
}
