import { expect, test } from "vitest";
import { seededRandom } from "./seeded-random.ts";

test.each([
  ["cali", [8, 905, 174, 929, 755, 933]],
  ["Medellín", [832, 834, 614, 802, 144, 625]],
])("the seed %s draws the same numbers today as on the day the site was published", (seed, expected) => {
  const random = seededRandom(seed);

  expect(Array.from({ length: 6 }, () => random.below(1000))).toEqual(expected);
});
