/** Text column of the share card, in px: what the size of its title must fit into. */
export const titleBox = { width: 726, height: 396 };

const sizes = [92, 80, 68, 58, 48, 40];

// Of the wide cut, in ems. Measured: our titles take 0.54 to 0.64 a letter, long words up to 0.73 (“Programming”).
const letterInLine = 0.64;
const letterInWord = 0.74;

/** The largest size at which a title fits; the smallest one for a title that never does and has to be cut. */
export function titleSize(title: string): number {
  return sizes.find((size) => fits(title.split(/\s+/), size)) ?? Math.min(...sizes);
}

/** Lines of this size that the card has room for. */
export function titleLines(size: number): number {
  return Math.floor(titleBox.height / size);
}

function fits(words: string[], size: number): boolean {
  const longest = Math.max(...words.map((word) => word.length));
  return longest * size * letterInWord <= titleBox.width && linesOf(words, size) <= titleLines(size);
}

function linesOf(words: string[], size: number): number {
  const room = titleBox.width / (size * letterInLine);
  let lines = 1;
  let used = 0;
  for (const { length } of words) {
    if (used > 0 && used + 1 + length > room) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + length;
  }
  return lines;
}
