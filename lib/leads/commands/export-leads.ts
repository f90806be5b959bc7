import { exportCsv, exportJsonLines } from "#lib/leads/lead-export.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { readOptions } from "./read-arguments.ts";
import { UsageError } from "./usage-error.ts";
import { readingStore } from "./with-store.ts";

export const exportLeads: Command = {
  usage: [["export [--csv|--jsonl]", "every lead, the oldest first (CSV when nothing else is asked for)"]],
  run(args) {
    const { csv, jsonl } = readOptions(args, { csv: { type: "boolean" }, jsonl: { type: "boolean" } });
    if (csv && jsonl) throw new UsageError();
    return readingStore((store) => print(jsonl ? exportJsonLines(store) : exportCsv(store)));
  },
};
