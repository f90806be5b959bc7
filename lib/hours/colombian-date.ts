import { colombianMinute } from "./colombian-minute.ts";

/** The day it is in Colombia at an instant, as YYYY-MM-DD. */
export function colombianDate(instant: Date): string {
  return colombianMinute(instant).slice(0, 10);
}
