import { decideLead } from "#lib/leads/decide/decide-lead.ts";
import { storeDesk } from "#lib/store-desk.ts";
import type { Command } from "./command.ts";
import { commandLine } from "./command-line.ts";
import { print } from "./print.ts";
import { UsageError } from "./usage-error.ts";
import { changingStore } from "./with-store.ts";

export const spam: Command = {
  usage: [["spam REF…", "decides that leads are spam; release takes it back"]],
  run(args) {
    if (args.length === 0 || args.some((arg) => arg.startsWith("-"))) throw new UsageError();
    const refs = args.map((arg) => arg.toUpperCase());
    return changingStore(async (store, env) => {
      const desk = storeDesk(env, store);
      const unknown: string[] = [];
      for (const ref of refs) {
        const outcome = await decideLead({ ref, decision: "spam", who: commandLine }, desk);
        if (outcome !== "done") unknown.push(ref);
      }
      await print(refs.filter((ref) => !unknown.includes(ref)).map((ref) => `${ref} is spam.\n`));
      for (const ref of unknown) console.error(`Nothing with the reference ${ref} is to be called spam.`);
      return unknown.length > 0 ? 1 : 0;
    });
  },
};
