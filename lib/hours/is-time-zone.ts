const longest = 64;

/** A zone that this machine's Intl knows: an IANA name, or an offset such as `+05:30`. */
export function isTimeZone(value: string): boolean {
  return value.length <= longest && presentZone(value) !== undefined;
}

/** What this machine's Intl calls a zone; undefined of a name that is none. */
export function presentZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    // The only way Intl has to say that it does not know a zone.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
