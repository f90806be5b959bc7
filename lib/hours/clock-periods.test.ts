import { expect, test } from "vitest";
import { cities } from "./cities.ts";
import { clockPeriods } from "./clock-periods.ts";

test("the years of Toronto are cut at the Sundays on which it moves its clocks, each with the hours that are shared then", () => {
  const periods = clockPeriods("America/Toronto", 2026);
  expect(periods.map(({ from, until, hours }) => [from, until, hours.offsetFromColombia, hours.overlap?.to])).toEqual([
    ["2026-01-01", "2026-03-07", 0, "18:00"],
    ["2026-03-08", "2026-10-31", 60, "17:00"],
    ["2026-11-01", "2027-03-13", 0, "18:00"],
    ["2027-03-14", "2027-11-06", 60, "17:00"],
    ["2027-11-07", "2027-12-31", 0, "18:00"],
  ]);
});

test("a period has the clock of a whole day, and not of the night in which it begins", () => {
  const periods = clockPeriods("America/Toronto", 2026);
  expect(periods.map(({ hours }) => hours.slots.at(0)?.there)).toEqual(["00:00", "01:00", "00:00", "01:00", "00:00"]);
});

test.each(["America/Regina", "America/Phoenix", "Pacific/Honolulu"])("two years of %s are one period", (timeZone) => {
  expect(clockPeriods(timeZone, 2026)).toMatchObject([{ from: "2026-01-01", until: "2027-12-31" }]);
});

test.each(cities.filter(({ region }) => region))(
  "of $slug each day is in one period, and each period shares hours",
  ({ timeZone }) => {
    for (const year of [2025, 2026, 2030]) {
      const periods = clockPeriods(timeZone, year);
      expect(periods.at(0)?.from).toBe(`${year}-01-01`);
      expect(periods.at(-1)?.until).toBe(`${year + 1}-12-31`);
      for (const [index, { from, hours }] of periods.entries()) {
        const before = periods[index - 1];
        if (before) expect(Date.parse(from) - Date.parse(before.until)).toBe(24 * 60 * 60_000);
        expect(hours.offsetFromColombia).not.toBe(before?.hours.offsetFromColombia);
        expect(hours.overlap?.minutes).toBeGreaterThanOrEqual(240);
      }
    }
  },
);
