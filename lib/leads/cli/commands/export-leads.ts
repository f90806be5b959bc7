import { resolve } from "node:path";
import { leadTable } from "#lib/leads/cli/lead-export.ts";
import { type TableFormat, tableFormatOf, tableFormats, tableLines, writeTable } from "#lib/leads/cli/table-file.ts";
import { newFile } from "#lib/leads/disk/new-file.ts";
import { removeLeftParts } from "#lib/leads/disk/remove-left-parts.ts";
import { orExit } from "#lib/leads/disk/store-error.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { readOptions } from "./read-arguments.ts";
import { UsageError } from "./usage-error.ts";
import { readingStore } from "./with-store.ts";

const formats = {
  csv: { type: "boolean" },
  jsonl: { type: "boolean" },
  xlsx: { type: "boolean" },
} as const;
const options = { ...formats, out: { type: "string" } } as const;

export const exportLeads: Command = {
  options,
  usage: [
    ["export --out FILE", "every lead, the oldest first, as FILE ends: .csv, .jsonl or .xlsx"],
    ["  --csv --jsonl --xlsx", "whatever it ends with; without --out to the standard output, but for --xlsx"],
  ],
  run(args) {
    const { out, ...asked } = readOptions(args, options);
    if (out === "") throw new UsageError();
    // A file of that name is not what anybody means.
    if (out === "-") throw new UsageError("Leave --out - away: without a file it goes to the standard output.");
    const [format = formatOf(out), ...more] = tableFormats.filter((each) => asked[each]);
    if (more.length > 0) throw new UsageError();
    if (out === undefined) {
      if (format !== "xlsx") return readingStore((store) => print(tableLines(leadTable(store), format)));
      throw new UsageError("A spreadsheet is no text: name its file, as in --out leads.xlsx.");
    }
    const file = resolve(out);
    return readingStore(async (store) => {
      removeLeftParts(file);
      await orExit(newFile(file, (part) => writeTable(part, leadTable(store), format)));
      return print([`${file} has every lead.\n`]);
    });
  },
};

function formatOf(file = ""): TableFormat {
  const format = tableFormatOf(file);
  if (!format)
    throw new UsageError("End the name of the file in .csv, .jsonl or .xlsx, or say --csv, --jsonl or --xlsx.");
  return format;
}
