// An escaped sign, a character as HTML writes it, and the end of a line with what its next one begins with.
const written = /\\[!-/:-@[-`{-~]|&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z\d]+);|[ \t]*\n[ \t>]*/iy;

/** Where words end in a source in which they begin at `start`. They may be written otherwise there: \* for *, &amp; for &. */
export function endInSource(words: string, source: string, start: number): number {
  let end = start;
  for (let index = 0; index < words.length; ) {
    written.lastIndex = end;
    const piece = written.exec(source)?.[0] ?? "";
    const character = String.fromCodePoint(words.codePointAt(index) ?? 0);
    // In an address \_ and &amp; stay what they are, and so does &word; everywhere.
    const isPiece = (piece.startsWith("&") || piece.includes(character)) && !words.startsWith(piece, index);
    index += character.length;
    end += isPiece ? piece.length : character.length;
  }
  return end;
}
