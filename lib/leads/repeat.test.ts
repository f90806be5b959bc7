import { expect, test } from "vitest";
import { repeat } from "./repeat.ts";

test("what fails once is said, and done again; a stop waits for what is under way", async () => {
  const said: unknown[] = [];
  let times = 0;
  let hasEnded = false;
  const { promise, resolve } = Promise.withResolvers<void>();
  const repeating = repeat(
    1,
    async () => {
      times += 1;
      if (times < 3) throw new Error(`no ${times}`);
      await promise;
      hasEnded = true;
    },
    (cause) => said.push(cause),
  );
  await expect.poll(() => times).toBe(3);
  expect(said).toEqual([new Error("no 1"), new Error("no 2")]);
  const stopped = repeating.stop();
  resolve();
  await stopped;
  expect([times, hasEnded]).toEqual([3, true]);
});
