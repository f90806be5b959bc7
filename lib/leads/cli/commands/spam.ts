import { markSpam } from "#lib/leads/outbox/mark-spam.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { UsageError } from "./usage-error.ts";
import { changingStore } from "./with-store.ts";

export const spam: Command = {
  usage: [["spam REF…", "decides that held leads are spam; release takes it back"]],
  run(args) {
    if (args.length === 0 || args.some((arg) => arg.startsWith("-"))) throw new UsageError();
    const refs = args.map((arg) => arg.toUpperCase());
    return changingStore(async (store) => {
      const unknown: string[] = [];
      for (const ref of refs) if (!(await markSpam(ref, { store }))) unknown.push(ref);
      await print(refs.filter((ref) => !unknown.includes(ref)).map((ref) => `${ref} is spam.\n`));
      for (const ref of unknown) console.error(`Nothing is held under the reference ${ref}.`);
      return unknown.length > 0 ? 1 : 0;
    });
  },
};
