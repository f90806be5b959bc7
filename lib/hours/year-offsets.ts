import { zoneOffsetMinutes } from "./zone-offset.ts";

/** Minutes ahead of UTC that a zone keeps in January, then in July if that differs: the clock of a place in words. */
export function yearOffsets(timeZone: string, year: number): number[] {
  const inMonth = (month: number) => zoneOffsetMinutes(timeZone, new Date(Date.UTC(year, month, 15, 12)));
  return [...new Set([inMonth(0), inMonth(6)])];
}
