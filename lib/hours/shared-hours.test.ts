import { expect, test } from "vitest";
import { sharedHours } from "./shared-hours.ts";
import { zoneAtOffset } from "./zone-offset.ts";

const zones = [
  "America/Toronto",
  "America/Vancouver",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "Europe/London",
  "Europe/Madrid",
  "America/St_Johns",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Adelaide",
  "Pacific/Auckland",
  "Pacific/Honolulu",
  "America/Phoenix",
  "America/Bogota",
];

test.each(zones)("every day of 2026 and 2027 shares with %s what its working days say", (timeZone) => {
  for (const date of daysBetween("2026-01-01", "2027-12-31")) {
    const { overlap, slots } = sharedHours({ timeZone, date });
    const { from, to, minutes } = overlapOfIntervals(timeZone, date);

    expect(overlap?.minutes ?? 0, date).toBe(minutes);
    expect([overlap?.from, overlap?.to], date).toEqual(minutes > 0 ? [from, to] : [undefined, undefined]);
    expect(slots.filter(({ isShared }) => isShared).length * 15, date).toBe(minutes);
  }
});

test.each([
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["Europe/London", "2026-03-28"],
  ["Europe/London", "2026-10-24"],
  ["Australia/Adelaide", "2026-04-04"],
  ["Australia/Adelaide", "2026-10-03"],
  ["Australia/Lord_Howe", "2026-10-03"],
  ["Pacific/Auckland", "2026-09-26"],
  ["America/Santiago", "2026-09-06"],
  ["Asia/Kathmandu", "2026-06-01"],
])("the clock of %s is right in every minute of %s in Colombia", (timeZone, date) => {
  const { slots } = sharedHours({ timeZone, date });
  const colombia = clockOf("America/Bogota");
  const office = clockOf(timeZone);
  const isWorking = (time: string) => time >= "09:00" && time < "18:00";

  for (let minute = 0; minute < 24 * 60; minute++) {
    const instant = Date.parse(`${date}T05:00Z`) + minute * 60_000;
    const slot = slots[Math.floor(minute / 15)];
    const here = colombia.format(instant);
    const there = office.format(instant);

    if (minute % 15 === 0) expect([slot?.at, slot?.there]).toEqual([here, there]);
    expect([slot?.worksHere, slot?.worksThere], here).toEqual([isWorking(here), isWorking(there)]);
  }
});

test.each([
  ["2026-01-01", 0],
  ["2026-03-07", 0],
  ["2026-03-08", 60],
  ["2026-10-31", 60],
  ["2026-11-01", 0],
  ["2027-03-13", 0],
  ["2027-03-14", 60],
  ["2027-11-06", 60],
  ["2027-11-07", 0],
])("on %s New York is %i minutes ahead of Bogotá", (date, minutes) => {
  for (const timeZone of ["America/New_York", "America/Toronto"]) {
    expect(sharedHours({ timeZone, date })).toMatchObject({
      offsetFromColombia: minutes,
      overlap: { minutes: 540 - minutes, from: "09:00", to: minutes ? "17:00" : "18:00" },
    });
  }
});

test.each([
  ["Europe/London", "2026-03-28", 300],
  ["Europe/London", "2026-03-29", 360],
  ["Europe/London", "2026-10-24", 360],
  ["Europe/London", "2026-10-25", 300],
  ["Europe/Madrid", "2026-03-28", 360],
  ["Europe/Madrid", "2026-03-29", 420],
  ["Europe/Madrid", "2026-10-24", 420],
  ["Europe/Madrid", "2026-10-25", 360],
  ["America/Chicago", "2026-03-07", -60],
  ["America/Chicago", "2026-03-08", 0],
  ["America/Los_Angeles", "2026-11-01", -180],
  ["America/Phoenix", "2026-07-01", -120],
  ["Pacific/Honolulu", "2026-07-01", -300],
])("%s on %s is %i minutes ahead", (timeZone, date, minutes) => {
  expect(sharedHours({ timeZone, date })).toMatchObject({
    offsetFromColombia: minutes,
    overlap: { minutes: 540 - Math.abs(minutes) },
  });
});

test.each([
  ["America/New_York", "2026-01-01", { date: "2026-03-08", offsetFromColombia: 60 }],
  ["America/New_York", "2026-03-07", { date: "2026-03-08", offsetFromColombia: 60 }],
  ["America/New_York", "2026-03-08", { date: "2026-11-01", offsetFromColombia: 0 }],
  ["America/New_York", "2026-11-01", { date: "2027-03-14", offsetFromColombia: 60 }],
  ["America/New_York", "2027-03-14", { date: "2027-11-07", offsetFromColombia: 0 }],
  ["Europe/London", "2026-03-01", { date: "2026-03-29", offsetFromColombia: 360 }],
  ["Europe/London", "2026-03-28", { date: "2026-03-29", offsetFromColombia: 360 }],
  ["Europe/Madrid", "2026-10-01", { date: "2026-10-25", offsetFromColombia: 360 }],
  ["America/St_Johns", "2026-01-01", { date: "2026-03-08", offsetFromColombia: 150 }],
  ["Pacific/Auckland", "2026-06-01", { date: "2026-09-27", offsetFromColombia: 1080 }],
  ["Australia/Lord_Howe", "2026-06-01", { date: "2026-10-04", offsetFromColombia: 960 }],
  ["America/Phoenix", "2026-01-01", undefined],
  ["Asia/Kolkata", "2026-01-01", undefined],
  ["America/Bogota", "2026-01-01", undefined],
  ["+05:30", "2026-01-01", undefined],
])("the clock of %s changes next after %s at %o", (timeZone, date, change) => {
  expect(sharedHours({ timeZone, date }).nextChange).toEqual(change);
});

test("an overlap is told on both clocks", () => {
  expect(sharedHours({ timeZone: "America/St_Johns", date: "2026-01-15" }).overlap).toEqual({
    start: 540,
    minutes: 450,
    from: "09:00",
    to: "16:30",
    fromThere: "10:30",
    toThere: "18:00",
    dayThere: 0,
  });
});

test("an office far ahead is a day ahead, too", () => {
  expect(sharedHours({ timeZone: "Pacific/Auckland", date: "2026-01-15" }).overlap).toMatchObject({
    from: "15:00",
    to: "18:00",
    fromThere: "09:00",
    toThere: "12:00",
    dayThere: 1,
  });
});

test("a working day that runs over midnight in Colombia is told in two stretches, and shares nothing", () => {
  const { worksThere, overlap } = sharedHours({ timeZone: "Asia/Kathmandu", date: "2026-01-15" });

  expect(overlap).toBeUndefined();
  expect(worksThere).toEqual([
    { start: 0, minutes: 435, from: "00:00", to: "07:15", fromThere: "10:45", toThere: "18:00", dayThere: 0 },
    { start: 1335, minutes: 105, from: "22:15", to: "24:00", fromThere: "09:00", toThere: "10:45", dayThere: 1 },
  ]);
});

test("from UTC−12 to UTC+14 as much is shared an hour ahead as an hour behind, never in two stretches", () => {
  for (let offset = -12 * 60; offset <= 14 * 60; offset += 15) {
    const { overlap, slots, worksThere } = sharedHours({ timeZone: zoneAtOffset(offset), date: "2026-06-01" });
    const apart = Math.min(...[-1440, 0, 1440].map((day) => Math.abs(offset + 300 + day)));

    expect(overlap?.minutes ?? 0).toBe(Math.max(0, 540 - apart));
    expect(slots.filter(({ isShared }) => isShared)).toHaveLength((overlap?.minutes ?? 0) / 15);
    expect(worksThere.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(540);
  }
});

function daysBetween(first: string, last: string) {
  const days: string[] = [];
  for (let day = Date.parse(first); day <= Date.parse(last); day += 86_400_000) days.push(isoDay(day));
  return days;
}

function isoDay(time: number) {
  return new Date(time).toISOString().slice(0, 10);
}

/** The other way round: from the opening and closing instants of the office's days, cut to Colombia's working day. */
function overlapOfIntervals(timeZone: string, date: string) {
  const opens = Date.parse(`${date}T14:00Z`);
  const closes = Date.parse(`${date}T23:00Z`);
  const days = [-1, 0, 1].map((days) => isoDay(Date.parse(date) + days * 86_400_000));
  const shared = days
    .map((day) => [
      Math.max(opens, instantAt(timeZone, day, "09:00")),
      Math.min(closes, instantAt(timeZone, day, "18:00")),
    ])
    .filter(([from = 0, to = 0]) => from < to);

  expect(shared.length).toBeLessThan(2);
  const [from = 0, to = 0] = shared[0] ?? [];
  const clock = clockOf("America/Bogota");
  return { from: clock.format(from), to: clock.format(to), minutes: (to - from) / 60_000 };
}

function instantAt(timeZone: string, day: string, time: string) {
  const wall = Date.parse(`${day}T${time}Z`);
  return wall - offsetNamed(timeZone, wall - offsetNamed(timeZone, wall));
}

const offsetNames = new Map<string, Intl.DateTimeFormat>();

/** The offset as Intl names it, `GMT-05:00`, in milliseconds. */
function offsetNamed(timeZone: string, time: number) {
  const names = offsetNames.get(timeZone) ?? new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  offsetNames.set(timeZone, names);
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(names.format(time)) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string) {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat("en-GB", { timeZone, hourCycle: "h23", hour: "2-digit", minute: "2-digit" });
  clocks.set(timeZone, clock);
  return clock;
}
