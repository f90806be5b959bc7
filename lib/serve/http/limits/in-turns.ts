import { subscribe } from "node:diagnostics_channel";
import { setImmediate as tick, setTimeout as wait } from "node:timers/promises";
import pLimit, { type LimitFunction } from "p-limit";

/** A page takes 40 ms. One that hangs keeps nobody else from theirs. */
const longestMs = 5_000;

/** Whoever opens one connection after the other keeps nobody waiting. 400 that came at once are let in within it. */
const longestRoundsMs = 100;

let accepted = 0;
subscribe("net.server.socket", () => {
  accepted += 1;
});

/**
 * Until everybody who connected has been let in: Node accepts one connection in each round of the event loop (26.10), and with one page
 * a round whoever came behind 400 others waited for 400 pages.
 */
async function everybodyIsIn() {
  const start = performance.now();
  let before: number;
  // The end of the round in which this was asked for, which accepts nobody.
  await tick();
  do {
    before = accepted;
    await tick();
  } while (accepted > before && performance.now() - start < longestRoundsMs);
}

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
        await everybodyIsIn();
        const done = work().then(resolve, reject);
        await Promise.race([done, wait(longestMs, undefined, { ref: false })]);
      }

      function leave() {
        own.asked -= 1;
        if (own.asked === 0) senders.delete(sender);
      }
    });
}
