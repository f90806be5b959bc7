import { dismiss as dismissAlarm } from "#lib/leads/outbox/dismiss.ts";
import type { Command } from "./command.ts";
import { print, printError } from "./print.ts";
import { readArgument } from "./read-arguments.ts";
import { changingStore } from "./with-store.ts";

export const dismiss: Command = {
  usage: [["dismiss REF|TOPIC", "ends an alarm by giving up what was refused; the lead itself stays"]],
  run(args) {
    const name = readArgument(args);
    return changingStore(async ({ db }) => {
      const done = await dismissAlarm(db, name);
      if (done.length > 0) return print(done.map((line) => `${line}\n`));
      return printError(
        `Nothing is refused for good under ${name}. An alarm of another kind ends when its cause does.`,
      );
    });
  },
};
