import { type SharedHours, sharedHours } from "./shared-hours.ts";

/** Days as YYYY-MM-DD, both included, between two changes of an office's clock or as far as was asked. */
export type ClockPeriod = { from: string; until: string; hours: SharedHours };

/** The days of a year and the next one, cut where the clock of an office is changed: without a change they are one period. */
export function clockPeriods(timeZone: string, year: number): ClockPeriod[] {
  const periods: ClockPeriod[] = [];
  const last = `${year + 1}-12-31`;
  let from: string | undefined = `${year}-01-01`;
  while (from !== undefined && from <= last) {
    // On the day of a change its first hours are those of the clock before.
    const hours = sharedHours({ timeZone, date: periods.length === 0 ? from : dayBeside(from, 1) });
    const next: string | undefined = hours.nextChange?.date;
    periods.push({ from, until: next !== undefined && next <= last ? dayBeside(next, -1) : last, hours });
    from = next;
  }
  return periods;
}

function dayBeside(day: string, days: 1 | -1): string {
  return new Date(Date.parse(day) + days * 24 * 60 * 60_000).toISOString().slice(0, 10);
}
