import type { ClockPeriod } from "./clock-periods.ts";

/**
 * The hours on an office's clock that both sides work in each of these periods: a meeting that is put there need not be moved
 * when the clocks are. Undefined where there are none.
 */
export function steadyHours(periods: ClockPeriod[]): { from: string; to: string } | undefined {
  const overlaps = periods.map(({ hours }) => hours.overlap);
  const from = overlaps
    .map((overlap) => overlap?.fromThere ?? "24:00")
    .sort()
    .at(-1);
  const to = overlaps
    .map((overlap) => overlap?.toThere ?? "00:00")
    .sort()
    .at(0);
  return from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
}
