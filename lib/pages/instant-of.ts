/**
 * A day as programs want it, with an hour and the zone of Colombia. Midnight of UTC is the day before in all of America;
 * 4:00 in Bogotá is the first hour that falls on the same day from Alaska to Newfoundland.
 */
export function instantOf(day: string): string {
  return `${day}T04:00:00-05:00`;
}
