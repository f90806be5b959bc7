import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { leadDetails } from "#lib/leads/cli/lead-details.ts";
import { personRecord } from "#lib/leads/cli/person-record.ts";
import { newFile } from "#lib/leads/disk/new-file.ts";
import { removeLeftParts } from "#lib/leads/disk/remove-left-parts.ts";
import { orExit } from "#lib/leads/disk/store-error.ts";
import { cleanAddress, emailTrouble } from "#lib/leads/form/email-address.ts";
import { openSpool } from "#lib/leads/intake/spool.ts";
import { storeDesk } from "#lib/store-desk.ts";
import type { Command } from "./command.ts";
import { print, printError } from "./print.ts";
import { readArgumentAnd } from "./read-arguments.ts";
import { UsageError } from "./usage-error.ts";
import { readingStore } from "./with-store.ts";

const options = { out: { type: "string" } } as const;

export const person: Command = {
  options,
  usage: [
    ["person EMAIL", "all that is kept of a person, which erase would remove"],
    ["person EMAIL --out FILE", "the same as JSON, to hand to them"],
  ],
  run(args) {
    const [typed, { out }] = readArgumentAnd(args, options);
    const address = cleanAddress(typed);
    if (emailTrouble(address)) throw new UsageError("That is no address. Write one, as in ana@company.com.");
    if (out === "") throw new UsageError();
    return readingStore(async (store, env) => {
      const { report } = storeDesk(env, store);
      const record = await orExit(personRecord(address, { store, spool: openSpool(env.dataDir, report) }));
      if (!record) return printError("Nothing is known of that address.");
      if (out === undefined) {
        const known = await Promise.all(record.leads.map(({ ref }) => leadDetails(ref, store)));
        const waiting = record.waiting.map((lead) => [`${JSON.stringify(lead, null, 2)}\n`]);
        return print([...known, ...waiting].map((lines = []) => lines.join("")).flatMap((text) => [text, "\n"]));
      }
      const file = resolve(out);
      removeLeftParts(file);
      await orExit(newFile(file, async (part) => writeFileSync(part, `${JSON.stringify(record, null, 2)}\n`)));
      return print([`${file} has all that is kept under that address.\n`]);
    });
  },
};
