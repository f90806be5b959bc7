import { alignedTable } from "#lib/aligned-table.ts";
import { dropRestored, restoredMail, sendRestored } from "#lib/leads/outbox/restored-mail.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { readOptions } from "./read-arguments.ts";
import { UsageError } from "./usage-error.ts";
import { changingStore, readingStore } from "./with-store.ts";

const options = { send: { type: "boolean" }, drop: { type: "boolean" } } as const;

export const restored: Command = {
  options,
  usage: [["restored [--send|--drop]", "mails that were waiting when a restored backup was made, and wait for this"]],
  run(args) {
    const { send, drop } = readOptions(args, options);
    if (send && drop) throw new UsageError();
    const opening = send || drop ? changingStore : readingStore;
    return opening(async ({ db }) => {
      if (send) return print([`On their way: ${await sendRestored(db, new Date())}.\n`]);
      if (drop) return print([`Will not be sent: ${await dropRestored(db)}. The inquiries stay.\n`]);
      const messages = await restoredMail(db);
      if (messages.length === 0) return print(["Nothing of a restored backup waits.\n"]);
      const kinds = Map.groupBy(messages, ({ ref }) => ref ?? "to the team");
      return print([
        `Mails that were waiting when the restored backup was made, and may have been sent since: ${messages.length}.\n\n`,
        `${alignedTable(Array.from(kinds, ([ref, of]) => [ref, of.map(({ kind }) => kind).join(", ")]))}\n\n`,
        "Send those of one inquiry:  npm run leads -- retry REFERENCE\n",
        "Send all of them:           npm run leads -- restored --send\n",
        "Send none of them:          npm run leads -- restored --drop\n",
      ]);
    });
  },
};
