import { unseen } from "#lib/letters/unseen.ts";
import { visibleText } from "#lib/letters/visible-text.ts";

const lineBreak = /\r\n?|[\u0085\u2028\u2029]/g;
const control = /(?![\n\t])\p{Cc}/gu;
/** What a person would call text: a mark with nothing under it is none. */
const seen = new RegExp(`[^\\p{M}${unseen}]`, "u");

/** Text of several lines: line ends are LF, and characters that a reader cannot see are gone. Empty if nothing is seen. */
export function normaliseText(value: string): string {
  const text = visibleText(value).replace(lineBreak, "\n").replace(control, "").trim();
  return seen.test(text) ? text : "";
}

/** One line of text. Line breaks become spaces, because these values end up in mail headers. */
export function normaliseLine(value: string): string {
  return normaliseText(value).replace(/\s+/g, " ");
}
