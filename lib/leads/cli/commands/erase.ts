import { orExit } from "#lib/leads/disk/store-error.ts";
import { erasePerson } from "#lib/leads/erase/erase-person.ts";
import { erasedList } from "#lib/leads/erase/erased-list.ts";
import { cleanAddress, emailTrouble } from "#lib/leads/form/email-address.ts";
import { openSpool } from "#lib/leads/intake/spool.ts";
import { storeDesk } from "#lib/store-desk.ts";
import type { Command } from "./command.ts";
import { print, printError } from "./print.ts";
import { readArgument } from "./read-arguments.ts";
import { UsageError } from "./usage-error.ts";
import { changingStore } from "./with-store.ts";

export const erase: Command = {
  usage: [["erase EMAIL", "removes a person from the store and the spool; numbers stay, so that counts stay right"]],
  run(args) {
    const address = cleanAddress(readArgument(args));
    if (emailTrouble(address)) throw new UsageError("That is no address. Write one, as in ana@company.com.");
    return changingStore(async (store, env) => {
      const desk = storeDesk(env, store);
      const spool = openSpool(env.dataDir, desk.report);
      // Also where a reader keeps what was erased from being wiped: it is erased all the same.
      const erasing = erasePerson(address, { ...desk, spool }).finally(() => erasedList.write(env.dataDir, store));
      const erased = await orExit(erasing);
      if (erased > 0) return print([erased === 1 ? "1 lead was erased.\n" : `${erased} leads were erased.\n`]);
      return printError("Nothing is known of that address.");
    });
  },
};
