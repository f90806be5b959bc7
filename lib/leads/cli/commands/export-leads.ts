import { createWriteStream, writeFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { exportCsv, exportJsonLines, exportSheet } from "#lib/leads/cli/lead-export.ts";
import { newFile } from "#lib/leads/disk/new-file.ts";
import { orExit } from "#lib/leads/disk/store-error.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
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

type Format = keyof typeof formats;

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
    const [format = formatOf(out), ...more] = known.filter((each) => asked[each]);
    if (more.length > 0) throw new UsageError();
    if (out === undefined) {
      if (format !== "xlsx") return readingStore((store) => print(textOf(store, format)));
      throw new UsageError("A spreadsheet is no text: name its file, as in --out leads.xlsx.");
    }
    const file = resolve(out);
    return readingStore(async (store) => {
      await orExit(newFile(file, (part) => fill(part, store, format)));
      return print([`${file} has every lead.\n`]);
    });
  },
};

const known = Object.keys(formats) as Format[];

function formatOf(file = ""): Format {
  const ending = extname(file).toLowerCase();
  const format = known.find((each) => ending === "" || ending === `.${each}`);
  if (!format)
    throw new UsageError("End the name of the file in .csv, .jsonl or .xlsx, or say --csv, --jsonl or --xlsx.");
  return format;
}

function textOf(store: LeadStore, format: "csv" | "jsonl"): AsyncGenerator<string> {
  return format === "jsonl" ? exportJsonLines(store) : exportCsv(store);
}

async function fill(part: string, store: LeadStore, format: Format) {
  if (format === "xlsx") return writeFileSync(part, await exportSheet(store));
  const file = createWriteStream(part);
  // A spreadsheet program takes a text for one of its own country's letters, unless this mark comes first.
  if (format === "csv") file.write("\uFEFF");
  await pipeline(Readable.from(textOf(store, format)), file);
}
