import { colombianDate } from "./colombian-date.ts";
import { isWorking } from "./is-working.ts";
import { zoneOffsetMinutes } from "./zone-offset.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const quarterMs = 15 * minuteMs;

const colombia = "America/Bogota";

export const callMinutes = 30;

/** Where two working days meet at all, they do so on three days of two weeks, but where a change of the clock ends that. */
const daysLookedAt = 14;
/** How far into the shared hours of each of three days. */
const wanted = [0, 1, 0.5];

/**
 * Beginnings of three calls, on three days on which both sides work, in hours that both work by their own clocks: the soonest, the end of
 * the next day that is shared, and the middle of the one after, so that whoever has no mornings finds one, too. None where the working days
 * do not meet. Knows weekends and no public holidays.
 */
export function callSlots(timeZone: string, now: Date): Date[] {
  const earliest = earliestCall(now, 4);
  const midnight = Date.parse(`${colombianDate(earliest)}T00:00:00-05:00`);
  const slots: Date[] = [];
  for (let day = 0; day < daysLookedAt && slots.length < wanted.length; day++) {
    const starts = startsOn(midnight + day * dayMs, timeZone).filter((start) => start >= earliest);
    const start = starts[Math.floor((starts.length - 1) * (wanted[slots.length] ?? 0))];
    if (start) slots.push(start);
  }
  return slots;
}

/**
 * When the team will have had so many hours of its own working time: somebody has to read what was asked, and say so before the call. An
 * evening or a weekend is no such time.
 */
export function earliestCall(now: Date, hours: number): Date {
  let quarters = hours * 4;
  let at = Math.ceil(now.getTime() / quarterMs) * quarterMs;
  for (; quarters > 0; at += quarterMs) if (isAtWork(colombia, at)) quarters -= 1;
  return new Date(at);
}

/** At full hours in Colombia, so that a call ends while both still work. */
function startsOn(midnight: number, timeZone: string): Date[] {
  return Array.from({ length: 24 }, (_, hour) => midnight + hour * hourMs)
    .filter((start) =>
      [colombia, timeZone].every(
        (zone) => isAtWork(zone, start) && isAtWork(zone, start + (callMinutes - 1) * minuteMs),
      ),
    )
    .map((start) => new Date(start));
}

/** By the clock that the zone has at that instant. */
function isAtWork(zone: string, time: number): boolean {
  const wall = new Date(time + zoneOffsetMinutes(zone, new Date(time)) * minuteMs);
  return ![0, 6].includes(wall.getUTCDay()) && isWorking(wall.getUTCHours() * 60 + wall.getUTCMinutes());
}
