import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import { storeDesk } from "#lib/store-desk.ts";
import type { Command } from "./command.ts";
import { commandLine } from "./command-line.ts";
import { print, printError } from "./print.ts";
import { readArgument } from "./read-arguments.ts";
import { changingStore } from "./with-store.ts";

export const release: Command = {
  usage: [["release REF", "says that a held lead is real: the team is told, and its sender gets the receipt"]],
  run(args) {
    const ref = readArgument(args);
    return changingStore(async (store, env) => {
      const deciding = { ref: ref.toUpperCase(), decision: "not-spam", who: commandLine } as const;
      if ((await decideLead(deciding, storeDesk(env, store))) === "done")
        return print([
          `${ref.toUpperCase()} is real now: whoever was not told of it is, and its sender gets the receipt.\n`,
        ]);
      return printError(`Nothing is held under the reference ${ref}.`);
    });
  },
};
