const minute = 60_000;
const hour = 60 * minute;
const delaysMs = [0.5 * minute, 2 * minute, 10 * minute, 30 * minute, 1 * hour, 2 * hour, 4 * hour] as const;

/** Milliseconds until the next attempt after so many, ±20 %: what failed together is not tried again together. */
export function retryDelay(attempts: number, random: () => number = Math.random): number {
  const delay = delaysMs[Math.min(Math.max(attempts, 1), delaysMs.length) - 1] ?? delaysMs[6];
  return Math.round(delay * (0.8 + 0.4 * random()));
}
