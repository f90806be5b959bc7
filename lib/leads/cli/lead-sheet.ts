/** A spreadsheet of texts: its cells have that format, so that nothing in them is a formula, also after it was edited. */
export async function leadSheet(rows: readonly (readonly string[])[]): Promise<Buffer> {
  // 0.1 s of CPU, which the other commands need not wait for.
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const cells = rows.map((row) =>
    row.map((text) => (text === "" ? null : { value: cellText(text), type: String, format: "@" })),
  );
  return writeXlsxFile(cells, { sheet: "leads", stickyRowsCount: 1 }).toBuffer();
}

/** Programs read _x0041_ as A in a cell, so an underscore before such a sign is written as one itself. */
function cellText(text: string): string {
  const escaped = text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  // The library looks texts up in an object, where "constructor" and the like are found before they were put there.
  return escaped in {} ? `_x00${escaped.charCodeAt(0).toString(16)}_${escaped.slice(1)}` : escaped;
}
