/** A text as a property of a calendar file has it (RFC 5545 3.3.11). */
export function calendarText(text: string): string {
  return text.replaceAll(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}
