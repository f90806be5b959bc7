import { createWriteStream, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { leadSheet } from "./lead-sheet.ts";

export const tableFormats = ["csv", "jsonl", "xlsx"] as const;
export type TableFormat = (typeof tableFormats)[number];

export type Table = {
  columns: readonly string[];
  records: Iterable<TableRecord> | AsyncIterable<TableRecord>;
};
type TableRecord = Readonly<Record<string, string | undefined>>;

/** The one that the name of a file asks for; a name without an ending is that of a CSV. */
export function tableFormatOf(file: string): TableFormat | undefined {
  const ending = extname(file).toLowerCase();
  return tableFormats.find((each) => ending === "" || ending === `.${each}`);
}

/** RFC 4180, safe to open in a spreadsheet; or one JSON object a line, every text as it was typed. */
export async function* tableLines({ columns, records }: Table, format: "csv" | "jsonl"): AsyncGenerator<string> {
  if (format === "csv") yield csvLine(columns);
  for await (const record of records) {
    yield format === "csv" ? csvLine(columns.map((column) => record[column] ?? "")) : `${JSON.stringify(record)}\n`;
  }
}

export async function writeTable(file: string, table: Table, format: TableFormat): Promise<void> {
  if (format === "xlsx") return writeFileSync(file, await sheetOf(table));
  const stream = createWriteStream(file);
  // A spreadsheet program takes a text for one of its own country's letters, unless this mark comes first.
  if (format === "csv") stream.write("\uFEFF");
  await pipeline(Readable.from(tableLines(table, format)), stream);
}

/** Every text as it was typed, in cells that are texts. */
async function sheetOf({ columns, records }: Table): Promise<Buffer> {
  const rows: string[][] = [[...columns]];
  for await (const record of records) rows.push(columns.map((column) => record[column] ?? ""));
  return leadSheet(rows);
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string): string {
  const safe = value.replaceAll(formula, "$1$2'$3").replace(/^[\t\r]/, "'$&");
  return /[",;|\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * What a spreadsheet would run; an apostrophe before it makes it text. Where another sign separates cells, as `;` does in
 * most of Latin America, a cell begins behind each of those, too, and a line of a text begins a row.
 */
const formula = /(^|[,;|\t\r\n])((?:[^\S\t\r\n]|")*)([=+\-@＝＋－＠])/g;
