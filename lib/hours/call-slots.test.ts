import { expect, test } from "vitest";
import { callMinutes, callSlots, earliestCall } from "./call-slots.ts";
import { zoneOffsetMinutes } from "./zone-offset.ts";

const zones = [
  "America/New_York",
  "America/Toronto",
  "America/Los_Angeles",
  "America/St_Johns",
  "America/Santiago",
  "Europe/Madrid",
  "Australia/Sydney",
  "Pacific/Auckland",
  "America/Bogota",
];

test("three times on three days: the soonest, the end of the next shared day, the middle of the one after", () => {
  expect(times("America/New_York", "2026-11-30T14:00Z")).toEqual([
    "2026-11-30T18:00Z",
    "2026-12-01T22:00Z",
    "2026-12-02T18:00Z",
  ]);
});

test.each([
  ["Monday morning, before work begins", "2026-11-30T10:00Z", "2026-11-30T18:00Z"],
  ["within the working day", "2026-11-30T15:20Z", "2026-11-30T19:30Z"],
  ["in the afternoon, with two hours of work left", "2026-11-30T21:00Z", "2026-12-01T16:00Z"],
  ["at night", "2026-12-01T03:00Z", "2026-12-01T18:00Z"],
  ["on Friday evening", "2026-12-05T00:00Z", "2026-12-07T18:00Z"],
])("the team has four hours of its own working time before a call that is asked for %s", (_when, now, earliest) => {
  expect(earliestCall(new Date(now), 4).toISOString()).toBe(new Date(earliest).toISOString());
});

test("on every third day of two years each time is a working hour of a working day on both clocks, also while clocks change", () => {
  for (const zone of zones) {
    for (let day = 0; day < 730; day += 3) {
      const now = new Date(Date.UTC(2026, 0, 1, 12 + (day % 12), 20) + day * 86_400_000);
      const slots = callSlots(zone, now);
      // In their winter Sydney's working day begins when ours ends.
      if (zone !== "Australia/Sydney") expect(slots, `${zone} ${now.toISOString()}`).toHaveLength(3);
      expect(new Set(slots.map((slot) => clockIn("America/Bogota", slot).slice(0, 10))).size).toBe(slots.length);
      for (const slot of slots) {
        expect(slot.getTime()).toBeGreaterThan(now.getTime() + 4 * 3_600_000 - 1);
        for (const each of ["America/Bogota", zone]) expectAtWork(each, slot);
      }
    }
  }
});

test.each([
  // New York goes to summer time on March 8, 2026, and back on November 1; Bogotá never.
  ["America/New_York", "2026-03-06T14:00Z", ["13:00", "16:00", "12:00"], ["13:00", "17:00", "13:00"]],
  ["America/New_York", "2026-10-30T13:00Z", ["13:00", "17:00", "13:00"], ["14:00", "17:00", "13:00"]],
  // Madrid goes back on October 25, Santiago to summer time on September 6.
  ["Europe/Madrid", "2026-10-22T20:00Z", ["10:00", "11:00", "10:00"], ["17:00", "17:00", "16:00"]],
  ["America/Santiago", "2026-09-03T20:00Z", ["10:00", "15:00", "12:00"], ["11:00", "17:00", "14:00"]],
])(
  "a list that crosses a change of the clock in %s has each time by the clock of its day",
  (zone, now, here, there) => {
    const slots = callSlots(zone, new Date(now));
    expect(slots.map((slot) => clockIn("America/Bogota", slot).slice(11))).toEqual(here);
    expect(slots.map((slot) => clockIn(zone, slot).slice(11))).toEqual(there);
  },
);

test("there is none where the working days do not meet, and of a day that is Saturday there none either", () => {
  expect(callSlots("Asia/Kolkata", new Date("2026-11-30T14:00Z"))).toEqual([]);
  // Friday afternoon in Bogotá is Saturday in Auckland.
  const days = callSlots("Pacific/Auckland", new Date("2026-12-03T14:00Z")).map((slot) => slot.getUTCDay());
  expect(days).not.toContain(5);
});

function times(zone: string, now: string): string[] {
  return callSlots(zone, new Date(now)).map((slot) => slot.toISOString().replace(":00.000Z", "Z"));
}

function expectAtWork(zone: string, slot: Date) {
  const clock = clockIn(zone, slot);
  expect([0, 6], `${zone} ${clock}`).not.toContain(new Date(clock.slice(0, 10)).getUTCDay());
  expect(clock.slice(11) >= "09:00", `${zone} ${clock}`).toBe(true);
  const end = clockIn(zone, new Date(slot.getTime() + callMinutes * 60_000));
  expect(end.slice(11) <= "18:00", `${zone} ${end}`).toBe(true);
}

/** By another way than the code: the wall clock as Intl has it at that instant. */
function clockIn(zone: string, instant: Date): string {
  return new Date(instant.getTime() + zoneOffsetMinutes(zone, instant) * 60_000).toISOString().slice(0, 16);
}
