/** Lines as a calendar file has them (RFC 5545 3.1). */
export function calendarFile(lines: string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** No line is longer than 75 bytes; what goes on begins with a space, and no character is cut in two. */
function folded(line: string): string {
  const parts = [""];
  for (const character of line) {
    const last = parts.at(-1) ?? "";
    // The space at the beginning counts.
    const most = parts.length === 1 ? 75 : 74;
    if (Buffer.byteLength(last + character) > most) parts.push(character);
    else parts[parts.length - 1] = last + character;
  }
  return parts.join("\r\n ");
}
