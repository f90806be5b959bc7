// Bidi marks, embeddings, overrides and isolates, zero-width space, word joiner, byte order mark, soft hyphen.
// The joiners U+200C and U+200D stay: Persian names and emoji are written with them.
const invisible = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const lineBreak = /\r\n?|[\u0085\u2028\u2029]/g;
const control = /(?![\n\t])\p{Cc}/gu;

/** Text of several lines: line ends are LF, and characters that a reader cannot see are gone. */
export function normaliseText(value: string): string {
  return value
    .toWellFormed()
    .normalize("NFC")
    .replace(lineBreak, "\n")
    .replace(control, "")
    .replace(invisible, "")
    .trim();
}

/** One line of text. Line breaks become spaces, because these values end up in mail headers. */
export function normaliseLine(value: string): string {
  return normaliseText(value).replace(/\s+/g, " ");
}

/** Nothing that a person would call text: blank, or joiners alone. */
export function isBlank(value: string): boolean {
  return /^[\s\u200c\u200d]*$/.test(value);
}
