import { expect, test } from "vitest";
import { dayIn, minuteAndPlace, startIn } from "./zoned-time.ts";

test("a time is told by the clocks of a zone, with its place", () => {
  expect(minuteAndPlace("America/Bogota", "2026-11-22T04:59:59.999Z")).toBe("2026-11-21 23:59 (Bogota)");
  expect(minuteAndPlace("America/Argentina/Buenos_Aires", "2026-11-22T03:00:00.000Z")).toBe(
    "2026-11-22 00:00 (Buenos Aires)",
  );
  expect(dayIn("America/Bogota", "2026-11-22T04:59:59.999Z")).toBe("2026-11-21");
});

test.each([
  ["America/Bogota", "2026-11-21", "2026-11-21T05:00:00.000Z"],
  ["Pacific/Kiritimati", "2026-11-21", "2026-11-20T10:00:00.000Z"],
  ["Pacific/Midway", "2026-11-21", "2026-11-21T11:00:00.000Z"],
  // On this day clocks went from 23:59 to 1:00.
  ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z"],
])("in %s %s began at %s", (zone, day, at) => {
  expect(startIn(zone, day)).toBe(at);
});
