// Bidi marks, embeddings, overrides and isolates, soft hyphen, zero-width characters with the joiners, byte order mark.
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const maxCharacters = 150;

/**
 * One line of visible text for a mail header. nodemailer folds CR and LF safely, but lets NUL, BEL, bidi overrides and
 * lines of 2,000 characters through (measured with 10.6.0).
 */
export function headerText(value: string): string {
  const line = value
    .toWellFormed()
    .normalize("NFC")
    .replace(invisible, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const characters = [...line];
  return characters.length <= maxCharacters ? line : `${characters.slice(0, maxCharacters - 1).join("")}…`;
}
