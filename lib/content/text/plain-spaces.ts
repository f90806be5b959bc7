const space = "[\\t\\p{Zs}\\u200b\\u2060\\ufeff]";
// A + before a number is a telephone's, as in "+ 57 601".
const marks = `(?:>|[-*]|\\+(?!${space}*\\d)|\\d{1,9}[.)]|#{1,6})${space}+`;
const lineStart = new RegExp(`^${space}*(?:${marks})+|^${space}+$`, "gmu");
const odd = /(?![ \t])[\p{Zs}\u200b\u2060\ufeff]/gu;

/**
 * Word, Google Docs and a Mac's keyboard put no-break spaces where Markdown needs a plain one: after the marks at the start
 * of a line, and alone on an empty line. They become plain; nobody means "## Costs" to be read with its signs. Lengths stay.
 */
export function plainSpaces(body: string): string {
  return body.replaceAll(lineStart, (start) => start.replaceAll(odd, " "));
}
