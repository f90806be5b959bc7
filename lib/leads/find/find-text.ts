import type { LeadFields } from "#lib/leads/form/check-form.ts";
import { plainLetters } from "#lib/letters/plain-letters.ts";

/** Of UTF-8, of each line: PostgreSQL indexes no row of more than 2,704, and of two hundred letters as many as 1,800 can become. */
const mostBytes = 600;

/** What a lead is found by: name, company and address in plain letters, a line each, so that no search runs from one into the next. */
export function findText({ name = "", company = "", email = "" }: Partial<LeadFields>): string {
  return [name, company, email].map((text) => beginningOf(soughtText(text))).join("\n");
}

function beginningOf(text: string): string {
  const bytes = Buffer.from(text);
  // A letter may be cut in its middle.
  return bytes.length <= mostBytes
    ? text
    : bytes
        .subarray(0, mostBytes)
        .toString()
        .replace(/\uFFFD$/, "");
}

/** A text to be found, in the same letters and with the same spaces. */
export function soughtText(text: string): string {
  return plainLetters(text).replace(/\s+/g, " ").trim();
}
