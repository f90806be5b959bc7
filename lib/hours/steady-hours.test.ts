import { expect, test } from "vitest";
import { clockPeriods } from "./clock-periods.ts";
import { steadyHours } from "./steady-hours.ts";

test.each([
  ["America/Toronto", "10:00", "18:00"],
  ["America/Chicago", "09:00", "17:00"],
  ["America/Los_Angeles", "09:00", "15:00"],
  ["America/St_Johns", "11:30", "18:00"],
  ["America/Regina", "09:00", "17:00"],
  ["Pacific/Honolulu", "09:00", "13:00"],
])("in %s a meeting between %s and %s stays in both working days all year", (timeZone, from, to) => {
  expect(steadyHours(clockPeriods(timeZone, 2026))).toEqual({ from, to });
});

test.each(["Asia/Kathmandu", "Australia/Adelaide"])("with %s no hour is shared all year", (timeZone) => {
  expect(steadyHours(clockPeriods(timeZone, 2026))).toBeUndefined();
});
