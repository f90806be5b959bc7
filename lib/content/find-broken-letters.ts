/** What UTF-8 looks like when it was read as Windows-1252 and saved again: Ã¡ for á, â€œ for “. */
const misread = /Ã[\u0080-\u00bf‘’“”‰™š]|â€|Â[\u00a0-\u00bf]/u;
const lost = /\ufffd/u;
const unseen = /[\u007f-\u009f]/u;

/** The first letters of a text that went wrong on their way into the file, with their place. */
export function findBrokenLetters(text: string): { line: number; column: number; message: string } | undefined {
  for (const [index, line] of text.split("\n").entries()) {
    const found = misread.exec(line) ?? lost.exec(line) ?? unseen.exec(line);
    if (!found) continue;
    const what = unseen.test(found[0]) ? "a character that nobody can see" : `"${found[0]}"`;
    const place = { line: index + 1, column: found.index + 1 };
    return {
      ...place,
      message: `${what} is here, as when a text was saved in another encoding; type the letter again`,
    };
  }
  return undefined;
}
