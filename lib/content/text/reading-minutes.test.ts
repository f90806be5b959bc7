import { expect, test } from "vitest";
import { minutesToRead, readingMinutes } from "./reading-minutes.ts";

test.each([
  ["5-10min", { from: 5, to: 10 }],
  ["5 -10 min", { from: 5, to: 10 }],
  ["5–10 minutos", { from: 5, to: 10 }],
  ["3min", { from: 3, to: 3 }],
  ["7 minutes", { from: 7, to: 7 }],
  ["1 minute", { from: 1, to: 1 }],
  ["12", { from: 12, to: 12 }],
])("%s is a reading time", (written, expected) => {
  expect(readingMinutes.parse(written)).toEqual(expected);
});

test.each(["10-5min", "0 min", "five minutes", "5 hours", "5-", "min"])(
  "%s is refused as a reading time",
  (written) => {
    const message = readingMinutes.safeParse(written).error?.issues[0]?.message;
    expect(message).toMatch(`cannot read "${written}" as a reading time`);
  },
);

test.each([
  [0, 1],
  [90, 1],
  [200, 1],
  [1000, 5],
])("%i words take %i minutes", (words, minutes) => {
  expect(minutesToRead(words)).toEqual({ from: minutes, to: minutes });
});
