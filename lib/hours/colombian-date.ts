/** The day it is in Colombia at an instant, as YYYY-MM-DD. */
export function colombianDate(instant: Date): string {
  return new Date(instant.getTime() - 5 * 60 * 60_000).toISOString().slice(0, 10);
}
