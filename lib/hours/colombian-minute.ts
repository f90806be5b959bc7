/** The minute it is in Colombia at an instant, as YYYY-MM-DDTHH:MM: such texts are in the order of time. */
export function colombianMinute(instant: Date): string {
  return new Date(instant.getTime() - 5 * 60 * 60_000).toISOString().slice(0, 16);
}
