import { normaliseLine } from "./normalise.ts";

/** The address of a page as people type it or copy it: many leave out how it begins. The name of a file is no address. */
export function cleanLink(typed: string): string {
  const line = normaliseLine(typed);
  if (/^[^/]+\.(?:pdf|docx?|odt|rtf|txt|jpe?g|png)$/i.test(line)) return line;
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?=[/?#]|$)/u.test(line) ? `https://${line}` : line;
}

/** Of a site, by http or https. What stands before an @ would make it look like that of another one. */
export function isLink(value: string): boolean {
  if (!/^https?:\/\/[^\s<>"]+$/i.test(value) || !URL.canParse(value)) return false;
  const { hostname, username, password } = new URL(value);
  return /[^.]\.[^.]/.test(hostname) && !username && !password;
}
