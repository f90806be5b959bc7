import { retryLead } from "#lib/leads/outbox/retry-lead.ts";
import { storeDesk } from "#lib/store-desk.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { readArgument } from "./read-arguments.ts";
import { changingStore } from "./with-store.ts";

export const retry: Command = {
  usage: [["retry REF", "sends what waits or was given up of a lead now, to the recipients of today"]],
  run(args) {
    const ref = readArgument(args).toUpperCase();
    return changingStore(async (store, env) => {
      const done = await retryLead(ref, storeDesk(env, store));
      if (done === "unknown") console.error(`There is no lead with the reference ${ref}.`);
      else if (done === "held") console.error(`${ref} is held. To send it on: npm run leads -- release ${ref}`);
      else if (done.length === 0) console.error(`Nothing of ${ref} waits or was given up.`);
      else return print(done.map((line) => `${line}\n`));
      return 1;
    });
  },
};
