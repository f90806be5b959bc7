import { expect, test } from "vitest";
import { zoneOffsetMinutes } from "./zone-offset.ts";

test.each([
  ["America/Bogota", "2026-01-15T17:00Z", -300],
  ["America/Bogota", "2026-07-15T17:00Z", -300],
  ["America/New_York", "2026-01-15T17:00Z", -300],
  ["America/New_York", "2026-07-15T17:00Z", -240],
  ["America/St_Johns", "2026-01-15T17:00Z", -210],
  ["Asia/Kolkata", "2026-01-15T17:00Z", 330],
  ["Asia/Calcutta", "2026-01-15T17:00Z", 330],
  ["Asia/Kathmandu", "2026-01-15T17:00Z", 345],
  ["Australia/Adelaide", "2026-01-15T17:00Z", 630],
  ["Pacific/Kiritimati", "2026-01-15T17:00Z", 840],
  ["UTC", "2026-01-15T17:00Z", 0],
  ["+05:30", "2026-01-15T17:00Z", 330],
  ["-03:00", "2026-01-15T17:00Z", -180],
  ["-00:45", "2026-01-15T17:00Z", -45],
])("%s is at %s %i minutes from UTC", (timeZone, instant, minutes) => {
  expect(zoneOffsetMinutes(timeZone, new Date(instant))).toBe(minutes);
});

test.each([
  ["2026-03-08T06:59:59.999Z", -300],
  ["2026-03-08T07:00:00.000Z", -240],
  ["2026-11-01T05:59:59.999Z", -240],
  ["2026-11-01T06:00:00.000Z", -300],
])("New York turns its clocks to the second: %s", (instant, minutes) => {
  expect(zoneOffsetMinutes("America/New_York", new Date(instant))).toBe(minutes);
});

test("what is no zone throws", () => {
  expect(() => zoneOffsetMinutes("Mars/Olympus", new Date(0))).toThrow(RangeError);
});
