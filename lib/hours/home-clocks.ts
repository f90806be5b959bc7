import type { Locale } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";
import { cities } from "./cities.ts";
import { contentNow } from "./content-now.ts";
import { type SharedHours, sharedHours } from "./shared-hours.ts";
import { zoneAtOffset, zoneOffsetMinutes } from "./zone-offset.ts";

// The offices on the home page, nearest clock first: the headline speaks of the first one.
const offices = ["new-york", "toronto", "chicago", "san-francisco", "london"].map((slug) => {
  const city = cities.find((candidate) => candidate.slug === slug);
  if (!city) throw new Error(`cities.ts has no ${slug}`);
  return city;
});

const dayMs = 24 * 60 * 60_000;

type OfficeHours = { name: Record<Locale, string>; hours: SharedHours };

/** How far each office of the home page is from UTC at an instant, in minutes: `-300_-360_-480_0`. */
export function clocksAt(instant: Date): string {
  return offices.map(({ timeZone }) => zoneOffsetMinutes(timeZone, instant)).join("_");
}

export const clocksNow = question("clocks", () => clocksAt(contentNow()));

/** Every state the clocks are in within a year from an instant. */
export function clocksOfYear(from: Date): string[] {
  const states = new Set([clocksAt(from)]);
  for (let day = from.getTime(); day < from.getTime() + 366 * dayMs; day += dayMs) {
    if (clocksAt(new Date(day)) === clocksAt(new Date(day + dayMs))) continue;
    // On the night when they change, those of the West follow hours after those of the East.
    for (let hour = day; hour <= day + dayMs; hour += dayMs / 24) states.add(clocksAt(new Date(hour)));
  }
  return [...states];
}

/** The hours that each office shares with Colombia while the clocks are so; undefined when the text is no such state. */
export function hoursWhen(clocks: string): OfficeHours[] | undefined {
  const offsets = clocks.split("_").map(Number);
  const isState =
    offsets.length === offices.length && offsets.every((offset) => offset % 15 === 0 && Math.abs(offset) <= 840);
  if (!isState) return undefined;
  return offices.map(({ name }, index) => ({
    name,
    // Any day does: the clocks are given, and Colombia's never change.
    hours: sharedHours({ timeZone: zoneAtOffset(offsets[index] ?? 0), date: "2026-01-15" }),
  }));
}
