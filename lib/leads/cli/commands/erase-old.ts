import { countOldLeads, eraseOldLeadsUnasked } from "#lib/leads/erase/erase-old-leads.ts";
import { minuteOf } from "#lib/leads/iso-time.ts";
import { storeDesk } from "#lib/store-desk.ts";
import type { Command } from "./command.ts";
import { print, printError } from "./print.ts";
import { readOptions } from "./read-arguments.ts";
import { changingStore } from "./with-store.ts";

const options = { yes: { type: "boolean" } } as const;

export const eraseOld: Command = {
  options,
  usage: [["erase-old [--yes]", "erases what is older than RETENTION_DAYS, where the site asks first"]],
  run(args) {
    const { yes } = readOptions(args, options);
    return changingStore(async (store, env) => {
      const desk = storeDesk(env, store);
      const { retentionDays } = desk;
      if (retentionDays === undefined)
        return printError("RETENTION_DAYS is not set, so nothing is too old. Set it as the site has it.");
      const { old, all } = await countOldLeads(desk, retentionDays);
      const clock = `By the clock of this machine it is ${minuteOf(desk.now().toISOString())} UTC.`;
      const count = `Older than ${retentionDays} days (RETENTION_DAYS): ${old} of ${all}.`;
      if (!yes) return print([`${clock}\n${count}\n`, "If both are right: npm run leads -- erase-old --yes\n"]);
      await eraseOldLeadsUnasked({ ...desk, report: () => undefined });
      return print([`${clock}\n${count} They were erased.\n`]);
    });
  },
};
