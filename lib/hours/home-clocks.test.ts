import { expect, test } from "vitest";
import { clocksAt, clocksOfYear, hoursWhen } from "./home-clocks.ts";

test.each([
  ["2026-01-15T12:00:00Z", "-300_-300_-360_-480_0"],
  ["2026-03-15T12:00:00Z", "-240_-240_-300_-420_0"],
  ["2026-07-15T12:00:00Z", "-240_-240_-300_-420_60"],
  ["2026-10-28T12:00:00Z", "-240_-240_-300_-420_0"],
])("on %s the clocks of the home page stand at %s", (instant, clocks) => {
  expect(clocksAt(new Date(instant))).toBe(clocks);
});

test("a year has three states, winter, the weeks before London moves, summer, and those of the nights between them", () => {
  expect(clocksOfYear(new Date("2026-01-15T12:00:00Z"))).toEqual([
    "-300_-300_-360_-480_0",
    "-240_-240_-360_-480_0",
    "-240_-240_-300_-480_0",
    "-240_-240_-300_-420_0",
    "-240_-240_-300_-420_60",
    "-300_-300_-300_-420_0",
    "-300_-300_-360_-420_0",
  ]);
});

test("whenever it is built, a year has the same states", () => {
  const builds = Array.from({ length: 24 }, (_, hour) => new Date(Date.UTC(2026, hour, 1 + hour, hour, 40)));
  const states = new Set(builds.map((build) => clocksOfYear(build).sort().join(" ")));
  expect(states.size).toBe(1);
});

test.each([
  ["-300_-300_-360_-480_0", [540, 540, 480, 360, 240]],
  ["-240_-240_-300_-420_60", [480, 480, 540, 420, 180]],
])("when they stand at %s, the offices share %j minutes with Colombia", (clocks, minutes) => {
  expect(hoursWhen(clocks)?.map(({ hours }) => hours.overlap?.minutes)).toEqual(minutes);
});

test.each([["junk"], ["-300"], ["-300_-300_-360_-480_7"], ["-300_-300_-360_-480_900"], ["a_b_c_d_e"], [""]])(
  "%j is no state of the clocks",
  (clocks) => {
    expect(hoursWhen(clocks)).toBeUndefined();
  },
);
