const dayMs = 24 * 60 * 60_000;

/** When something that is due each day at an hour (UTC) was due last. */
export function lastDue(now: Date, hour: number): Date {
  const today = new Date(now);
  today.setUTCHours(hour, 0, 0, 0);
  return today <= now ? today : new Date(today.getTime() - dayMs);
}
