/** A list as it stands on one line, of names that may have been written as one text with commas. */
export function flowList(written: string | string[]): string {
  const parts = typeof written === "string" ? written.split(/[,;\n]|\s(?=#)/) : written;
  const items = parts.map((part) => part.trim().replace(/^(#|-\s)\s*/, "")).filter(Boolean);
  return `[${items.map((item) => (/^[\p{L}\p{N}][^:#,[\]{}]*$/u.test(item) ? item : JSON.stringify(item))).join(", ")}]`;
}
