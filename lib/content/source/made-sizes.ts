type Size = { width: number; height: number };

const widths = [480, 960, 1440];
/** WebP holds 14 bits; AVIF one pixel more. */
const tallest = 16_383;

/** The widths in which a picture is written. */
export function madeWidths(width: number): number[] {
  const fitting = widths.filter((each) => each <= width);
  // A picture of 900 would else be shown from a copy of 480, and blurred.
  const widest = Math.min(width, Math.max(...widths));
  return widest > 1.1 * Math.max(0, ...fitting) ? [...fitting, widest] : fitting;
}

/** The widest of what is made of a picture. */
export function madeSize({ width, height }: Size): Size {
  const widest = Math.max(...madeWidths(width));
  return { width: widest, height: Math.max(1, Math.round((height * widest) / width)) };
}

export function refuseTall(picture: Size): string | undefined {
  const { width, height } = madeSize(picture);
  if (height <= tallest) return undefined;
  return `is ${picture.height} pixels tall, and at ${width} wide it would be ${height}: no more than ${tallest} can be written; cut it into several`;
}
