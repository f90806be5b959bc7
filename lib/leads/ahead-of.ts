const dayMs = 24 * 60 * 60_000;

/** What is dated then or later was so by a clock that was ahead. A day: machines differ by seconds, and clocks are put right by hours. */
export function aheadOf(now: Date): string {
  return new Date(now.getTime() + dayMs).toISOString();
}
