/** Columns as wide as their widest cell; numbers stand to the right, as does their heading. */
export function alignedTable(rows: string[][]): string {
  const [headings = [], ...body] = rows;
  const columns = headings.map((_, column) => ({
    // Not of all at once as arguments: of a hundred thousand the stack is too small.
    width: rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0),
    isNumeric: body.every((row) => /^\d[\d.,]*( [^\d\s]+)?$/.test(row[column] ?? "")),
  }));
  return rows
    .map((row) =>
      columns
        .map(({ width, isNumeric }, column) => {
          const cell = row[column] ?? "";
          return isNumeric ? cell.padStart(width) : cell.padEnd(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
