import { expect, test } from "vitest";
import { lastDue } from "./last-due.ts";

test.each([
  ["2026-11-21T11:59:59.999Z", "America/Bogota", "2026-11-20T12:00:00.000Z"],
  ["2026-11-21T12:00:00.000Z", "America/Bogota", "2026-11-21T12:00:00.000Z"],
  ["2026-11-22T11:00:00.000Z", "America/Bogota", "2026-11-21T12:00:00.000Z"],
  ["2026-11-21T12:00:00.000Z", "UTC", "2026-11-21T07:00:00.000Z"],
  ["2026-11-21T12:00:00.000Z", "Asia/Kathmandu", "2026-11-21T01:15:00.000Z"],
  // Clocks go back and forth on these days.
  ["2026-11-01T20:00:00.000Z", "America/Toronto", "2026-11-01T12:00:00.000Z"],
  ["2026-10-31T20:00:00.000Z", "America/Toronto", "2026-10-31T11:00:00.000Z"],
  ["2027-03-14T20:00:00.000Z", "America/Toronto", "2027-03-14T11:00:00.000Z"],
])("at %s it was seven in %s at %s", (now, zone, due) => {
  expect(lastDue(new Date(now), 7, zone).toISOString()).toBe(due);
});
