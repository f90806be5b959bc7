const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-21 18:34` of a time in ISO 8601, by the clocks of a zone. */
export function minuteIn(zone: string, time: string): string {
  let format = formats.get(zone);
  if (!format) {
    // Swedes write days and times as ISO 8601 does.
    format = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    formats.set(zone, format);
  }
  return format.format(new Date(time));
}

/** `2026-11-21` of a time in ISO 8601, by the calendar of a zone. */
export function dayIn(zone: string, time: string): string {
  return minuteIn(zone, time).slice(0, "2026-11-21".length);
}

/** The first moment of a day by the calendar of a zone. Clocks differ from UTC by at most 14 hours, in quarters of one. */
export function startIn(zone: string, day: string): string {
  const quarterMs = 15 * 60_000;
  let at = Date.parse(`${day}T00:00:00.000Z`) - 14 * 4 * quarterMs;
  while (dayIn(zone, new Date(at).toISOString()) < day) at += quarterMs;
  return new Date(at).toISOString();
}

/** `2026-11-21 18:34 (Bogota)`. */
export function minuteAndPlace(zone: string, time: string): string {
  return `${minuteIn(zone, time)} (${placeOf(zone)})`;
}

export function placeOf(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}
