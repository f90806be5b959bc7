import { minuteIn } from "./zoned-time.ts";

/** Clocks differ from UTC by so much or several times that. */
const quarterMs = 15 * 60_000;

/** When something that is due each day at an hour, by the clocks of a zone, was due last. */
export function lastDue(now: Date, hour: number, zone: string): Date {
  const clock = ` ${String(hour).padStart(2, "0")}:00`;
  let at = Math.floor(now.getTime() / quarterMs) * quarterMs;
  while (!minuteIn(zone, new Date(at).toISOString()).endsWith(clock)) at -= quarterMs;
  return new Date(at);
}
