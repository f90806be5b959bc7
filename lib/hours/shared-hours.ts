import { isWorking } from "./is-working.ts";
import { zoneOffsetMinutes } from "./zone-offset.ts";

/** Clock times are `HH:MM`. `here` is Colombia, `there` the office. */
export type SharedHours = {
  /** Minutes the office is ahead of Colombia, at noon in Colombia. Negative when it is behind. */
  offsetFromColombia: number;
  /** The Colombian day, a quarter of an hour each: 96 of them, four to an hour. */
  slots: Slot[];
  /** When the office works during the Colombian day: two stretches when its working day runs over midnight in Colombia. */
  worksThere: Stretch[];
  /** One stretch at most: the hours between two working days (15) are more than a Colombian working day (9). */
  overlap: Stretch | undefined;
  /** The next time the two clocks move apart or closer, in the 52 weeks after noon in Colombia. */
  nextChange: Change | undefined;
};

type Slot = { at: string; there: string; worksHere: boolean; worksThere: boolean; isShared: boolean };

export type Stretch = {
  /** Minutes after midnight in Colombia. */
  start: number;
  minutes: number;
  from: string;
  /** `24:00` when it lasts until the end of the Colombian day. */
  to: string;
  fromThere: string;
  toThere: string;
  /** 1 when it is already the next day at the office, −1 when it is still the day before. */
  dayThere: number;
};

/** The date is the one at the office. */
export type Change = { date: string; offsetFromColombia: number };

type SharedHoursOptions = {
  timeZone: string;
  date: string;
  /** Minutes ahead of UTC, where the zone is that of the browser, which knows them without a format. */
  offsetAt?: ((instant: Date) => number) | undefined;
};

/**
 * Which hours of a day (YYYY-MM-DD in Colombia) people in Colombia and at an office work at the same time, when both
 * work from 9:00 to 18:00 on their own clocks. Says nothing of weekends and holidays.
 */
export function sharedHours({
  timeZone,
  date,
  offsetAt = (instant) => zoneOffsetMinutes(timeZone, instant),
}: SharedHoursOptions): SharedHours {
  const midnight = new Date(`${date}T00:00:00-05:00`).getTime();
  const aheadOn = (time: number) => offsetAt(new Date(time)) - colombiaOffset;
  const aheadAt = (minute: number) => aheadOn(midnight + minute * minuteMs);
  const quarters = Array.from({ length: 96 }, (_, index) => quarterOf(index * quarter, aheadAt(index * quarter)));

  return {
    offsetFromColombia: aheadAt(12 * 60),
    slots: quarters.map(slotOf),
    worksThere: stretches(quarters.filter(({ there }) => isWorking(there))),
    overlap: stretches(quarters.filter(({ here, there }) => isWorking(here) && isWorking(there))).at(0),
    nextChange: nextChange(aheadOn, midnight + 12 * 60 * minuteMs),
  };
}

const minuteMs = 60_000;

// Every offset in use today, and every change of one, falls on a quarter of an hour.
const quarter = 15;

// America/Bogota has been UTC−5 without a change since 1993.
const colombiaOffset = -5 * 60;

type Quarter = { here: number; there: number; dayThere: number };

function quarterOf(here: number, ahead: number): Quarter {
  const dayThere = Math.floor((here + ahead) / (24 * 60));
  return { here, there: here + ahead - dayThere * 24 * 60, dayThere };
}

function slotOf({ here, there }: Quarter): Slot {
  const worksHere = isWorking(here);
  const worksThere = isWorking(there);
  return { at: clock(here), there: clock(there), worksHere, worksThere, isShared: worksHere && worksThere };
}

function stretches(quarters: Quarter[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { here, there, dayThere } of quarters) {
    const open = found.at(-1);
    const end = { to: clock(here + quarter), toThere: clock(there + quarter) };
    if (open && open.start + open.minutes === here) Object.assign(open, end, { minutes: open.minutes + quarter });
    else found.push({ start: here, minutes: quarter, from: clock(here), fromThere: clock(there), dayThere, ...end });
  }
  return found;
}

function clock(minute: number) {
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

function pad(number: number) {
  return String(number).padStart(2, "0");
}

function nextChange(aheadOn: (time: number) => number, time: number): Change | undefined {
  const week = 7 * 24 * 60 * minuteMs;
  const now = aheadOn(time);
  const later = Array.from({ length: 52 }, (_, index) => time + (index + 1) * week);
  const after = later.find((each) => aheadOn(each) !== now);
  if (after === undefined) return;

  const change = firstMinute(after - week, after, (each) => aheadOn(each) !== now);
  const offsetFromColombia = aheadOn(change);
  const wall = new Date(change + (offsetFromColombia + colombiaOffset) * minuteMs);
  return { date: wall.toISOString().slice(0, 10), offsetFromColombia };
}

/** Halves the time between `no` and `yes` until the minute is found at which the answer turns. */
function firstMinute(no: number, yes: number, holds: (time: number) => boolean): number {
  if (yes - no <= minuteMs) return yes;
  const middle = no + Math.floor((yes - no) / 2 / minuteMs) * minuteMs;
  return holds(middle) ? firstMinute(no, middle, holds) : firstMinute(middle, yes, holds);
}
