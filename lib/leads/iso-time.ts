/** `2026-11-21` of a time in ISO 8601. */
export function dayOf(time: string): string {
  return time.slice(0, "2026-11-21".length);
}

/** `2026-11-21 23:34` of a time in ISO 8601. */
export function minuteOf(time: string): string {
  return time.slice(0, "2026-11-21T23:34".length).replace("T", " ");
}
