import { foundLeads } from "#lib/leads/cli/found-leads.ts";
import type { Command } from "./command.ts";
import { print, printError } from "./print.ts";
import { UsageError } from "./usage-error.ts";
import { readingStore } from "./with-store.ts";

export const find: Command = {
  usage: [["find TEXT", "the newest hundred leads whose name, company or address has the text in it"]],
  run(args) {
    const text = args.join(" ").trim();
    if (text === "" || args.some((arg) => arg.startsWith("--"))) throw new UsageError();
    return readingStore(async (store, { teamTimeZone }) => {
      const found = await foundLeads(store, text, teamTimeZone);
      if (found) return print([found]);
      return printError("No lead has that in its name, company or address.");
    });
  },
};
