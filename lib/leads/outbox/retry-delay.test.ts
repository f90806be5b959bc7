import { expect, test } from "vitest";
import { retryDelay } from "./retry-delay.ts";

test.each([
  [1, 30],
  [2, 120],
  [3, 600],
  [4, 1800],
  [5, 3600],
  [6, 7200],
  [7, 14400],
  [50, 14400],
])("after attempt %i the next one is %i seconds away, a fifth more or less", (attempts, seconds) => {
  expect(retryDelay(attempts, () => 0)).toBe(seconds * 800);
  expect(retryDelay(attempts, () => 0.5)).toBe(seconds * 1000);
  expect(retryDelay(attempts, () => 1)).toBe(seconds * 1200);
});
