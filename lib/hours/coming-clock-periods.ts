import { question } from "#lib/question.ts";
import { type ClockPeriod, clockPeriods } from "./clock-periods.ts";
import { colombianDate } from "./colombian-date.ts";
import { contentNow } from "./content-now.ts";

/** The periods of this year and the next one that are not over: the page of a city is made again when one is. */
export const comingClockPeriods = question("clock periods", (timeZone: string): ClockPeriod[] => {
  const today = colombianDate(contentNow());
  return clockPeriods(timeZone, Number(today.slice(0, 4))).filter(({ until }) => until >= today);
});
