/** A spreadsheet of texts: its cells have that format, so that nothing in them is a formula, also after it was edited. */
export async function leadSheet(rows: readonly (readonly string[])[]): Promise<Buffer> {
  // 0.1 s of CPU, which the other commands need not wait for.
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const cells = rows.map((row) =>
    row.map((text) => (text === "" ? null : { value: cellText(text), type: String, format: "@" })),
  );
  return writeXlsxFile(cells, { sheet: "leads", stickyRowsCount: 1 }).toBuffer();
}

/**
 * Programs read _x0041_ as A in a cell, so an underscore before such a sign is written as one itself; and so is all that XML
 * has no place for or reads as another, and that the library would leave out.
 */
function cellText(text: string): string {
  const escaped = text
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, asCode)
    .replaceAll(/(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}\ufffd]/gu, (sign) => sign.replaceAll(/./gs, asCode));
  // The library looks texts up in an object, where "constructor" and the like are found before they were put there.
  return escaped in {} ? escaped.replace(/^./, asCode) : escaped;
}

function asCode(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}
