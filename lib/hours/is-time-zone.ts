const longest = 64;

/** A zone that this machine's Intl knows: an IANA name, or an offset such as `+05:30`. */
export function isTimeZone(value: string): boolean {
  if (value.length > longest) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch (error) {
    // The only way Intl has to say that it does not know a zone.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
