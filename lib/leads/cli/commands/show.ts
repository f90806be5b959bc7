import { leadDetails } from "#lib/leads/cli/lead-details.ts";
import type { Command } from "./command.ts";
import { print, printError } from "./print.ts";
import { readArgument } from "./read-arguments.ts";
import { readingStore } from "./with-store.ts";

export const show: Command = {
  usage: [["show REF", "one lead: what was said, the consent, every attempt to deliver it"]],
  run(args) {
    const ref = readArgument(args);
    return readingStore(async (store) => {
      const details = await leadDetails(ref.trim().toUpperCase(), store);
      if (details !== undefined) return print(details);
      return printError(`There is no lead with the reference ${ref}.`);
    });
  },
};
