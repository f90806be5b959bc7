type Box = { width: number; height: number };

const sizes = [132, 124, 116, 108, 100, 92, 86, 80, 74, 68, 62, 56, 52, 48, 44, 40, 36];
// A word that is longer than its line at this size is cut into several lines rather than set smaller.
const sizeForCutWords = 52;
// Between the letters of Chinese and Japanese a line may end.
const breaks = /(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])|(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])/u;

/**
 * The largest size, in px, at which the whole title fits into the box, else the smallest; and whether that cuts words, or
 * the end of the title. `widthOf` measures in ems.
 */
export function titleSize(
  title: string,
  box: Box,
  widthOf: (text: string) => number,
): { size: number; isCut: boolean } {
  const space = widthOf(" ");
  const pieces = title
    .split(" ")
    .flatMap((word) => word.split(breaks).map((text, part) => ({ gap: part === 0 ? space : 0, width: widthOf(text) })));
  const longest = Math.max(...pieces.map(({ width }) => width));
  const fits = (size: number) => linesOf(pieces, box.width / size) * size <= box.height;

  const whole = sizes.find((size) => longest <= box.width / size && fits(size));
  if (whole) return { size: whole, isCut: false };
  return { size: sizes.find((size) => size <= sizeForCutWords && fits(size)) ?? Math.min(...sizes), isCut: true };
}

/** Where a line may end elsewhere too, as after a hyphen, it takes no more than these. */
function linesOf(pieces: { gap: number; width: number }[], room: number): number {
  let lines = 1;
  let used = 0;
  for (const { gap, width } of pieces) {
    if (used > 0 && used + gap + width > room) {
      lines += 1;
      used = 0;
    }
    if (width <= room) {
      used += (used > 0 ? gap : 0) + width;
    } else {
      // The letter that does not fit any more leaves up to its own width empty.
      lines += Math.ceil(width / (room - 1)) - 1;
      used = room;
    }
  }
  return lines;
}
