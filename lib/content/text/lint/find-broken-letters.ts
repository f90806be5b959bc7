/** What UTF-8 looks like when it was read as Windows-1252 and saved again: Ã¡ for á, â€œ for “. */
const misread = /Ã[\u0080-\u00bf‘’“”‰™š]|â€|Â[\u00a0-\u00bf]/u;
const lost = /\ufffd/u;
// Controls, line separators, and marks that turn the direction of a text.
const unseen = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** The first letters of a text that went wrong on their way into the file, with their place. */
export function findBrokenLetters(text: string): { line: number; column: number; message: string } | undefined {
  for (const [index, line] of text.split("\n").entries()) {
    const found = misread.exec(line) ?? lost.exec(line) ?? unseen.exec(line);
    if (!found) continue;
    const [letters] = found;
    const place = { line: index + 1, column: found.index + 1 };
    if (unseen.test(letters)) {
      const code = (letters.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      return {
        ...place,
        message: `a character that nobody can see (U+${code}) is here; remove it, or type what was meant`,
      };
    }
    return {
      ...place,
      message: `"${letters}" is here, as when a text was saved in another encoding; type the letter again`,
    };
  }
  return undefined;
}
