import { visibleText } from "#lib/letters/visible-text.ts";

const maxCharacters = 150;

/**
 * One line of visible text for a mail header. nodemailer folds CR and LF safely, but lets NUL, BEL, bidi overrides and
 * lines of 2,000 characters through (measured with 10.6.0).
 */
export function headerText(value: string): string {
  const line = visibleText(value)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const characters = [...line];
  return characters.length <= maxCharacters ? line : `${characters.slice(0, maxCharacters - 1).join("")}…`;
}
