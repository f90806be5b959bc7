import { resolve } from "node:path";
import { tableFormatOf, writeTable } from "#lib/leads/cli/table-file.ts";
import { newFile } from "#lib/leads/disk/new-file.ts";
import { removeLeftParts } from "#lib/leads/disk/remove-left-parts.ts";
import { orExit } from "#lib/leads/disk/store-error.ts";
import { subscriberColumns, subscriberRecords } from "#lib/leads/newsletter/subscriber-records.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { readOptions } from "./read-arguments.ts";
import { UsageError } from "./usage-error.ts";
import { readingStore } from "./with-store.ts";

const options = { out: { type: "string" } } as const;

export const newsletter: Command = {
  options,
  usage: [["newsletter [--out FILE]", "how many are on the newsletter's list, and who: .csv, .jsonl or .xlsx"]],
  run(args) {
    const { out } = readOptions(args, options);
    const format = out === undefined ? undefined : tableFormatOf(out);
    if (out === "" || out === "-") throw new UsageError("Name the file, as in --out newsletter.csv.");
    if (out !== undefined && !format) throw new UsageError("End the name of the file in .csv, .jsonl or .xlsx.");
    return readingStore(async (store, { siteUrl }) => {
      const records = await subscriberRecords(store, siteUrl);
      if (out === undefined || !format) return print([`Confirmed, and not left: ${records.length}\n`]);
      const file = resolve(out);
      removeLeftParts(file);
      await orExit(newFile(file, (part) => writeTable(part, { columns: subscriberColumns, records }, format)));
      return print([`${file} has everybody who confirmed and has not left: ${records.length}\n`]);
    });
  },
};
