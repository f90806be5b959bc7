/** A lead that has not reached the team for so long raises an alarm. */
const delayedAfterMs = 30 * 60_000;

/**
 * What was queued at `before` or earlier is late. What is dated `ahead` or later may be: a clock that was ahead dated it,
 * and nobody knows since when it waits.
 */
export function delayedOutside(now: Date): { before: string; ahead: string } {
  const at = (ms: number) => new Date(now.getTime() + ms).toISOString();
  return { before: at(-delayedAfterMs), ahead: at(delayedAfterMs) };
}
