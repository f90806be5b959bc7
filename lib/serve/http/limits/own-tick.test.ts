import { expect, test } from "vitest";
import { ownTick } from "./own-tick.ts";

test("each of those that wait at one moment gets a round of its own, in their order", async () => {
  let round = 0;
  const count = () => {
    round += 1;
    if (round < 50) setImmediate(count);
  };
  setImmediate(count);
  const rounds = await Promise.all(Array.from({ length: 5 }, () => ownTick().then(() => round)));
  expect(rounds).toEqual([...new Set(rounds)].toSorted((a, b) => a - b));
});
