/** As in the places of remark's nodes. */
export type Point = { line: number; column: number; offset?: number | undefined };

/** Line and column of a character of a text, counted from one that is known. */
export function pointAt(
  text: string,
  offset: number,
  known: Point = { line: 1, column: 1 },
): Point & { offset: number } {
  const lines = text.slice(known.offset ?? 0, offset).split("\n");
  const { length } = lines.at(-1) ?? "";
  return lines.length > 1
    ? { line: known.line + lines.length - 1, column: length + 1, offset }
    : { line: known.line, column: known.column + length, offset };
}
