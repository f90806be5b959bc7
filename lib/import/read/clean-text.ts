import { notInXml } from "#lib/letters/not-in-xml.ts";

// Marks of direction, joiners of no writing of ours, soft hyphens, marks of order, and the place of what another program had here.
const unseen =
  /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffc\u{e0000}-\u{e0fff}\u007f-\u009f]/gu;

/** Words without what nobody sees, and with plain spaces in place of those that Word and editors put. */
export function cleanText(words: string): string {
  return words
    .replaceAll(/[\u2028\u2029\u0085\v\f]/g, "\n")
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replaceAll(unseen, "")
    .replaceAll(notInXml, "");
}

/** On one line. */
export function oneLine(words: string): string {
  return cleanText(words).replaceAll(/\s+/g, " ").trim();
}

/** The beginning of a text, cut between words. */
export function beginning(words: string, most: number): string {
  const line = oneLine(words);
  if ([...line].length <= most) return line;
  const cut = [...line].slice(0, most - 1).join("");
  return `${cut.replace(/\s+\S*$/, "").replace(/[,;:–—-]+$/, "")}…`;
}
