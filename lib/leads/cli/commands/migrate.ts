import { readEnvOrExit } from "#lib/env.ts";
import { migrateStore } from "#lib/leads/backup/migrate-store.ts";
import { orExit } from "#lib/leads/disk/store-error.ts";
import type { Command } from "./command.ts";
import { printError } from "./print.ts";
import { readOptions } from "./read-arguments.ts";

export const migrate: Command = {
  usage: [["migrate-store", "copies the SQLite store in DATA_DIR to the PostgreSQL database of DATABASE_URL"]],
  async run(args) {
    readOptions(args, {});
    const { dataDir, databaseUrl } = readEnvOrExit();
    if (!databaseUrl)
      return printError(
        "DATABASE_URL is not set, so there is nothing to copy to. Set it to a new PostgreSQL database.",
      );
    const counts = await orExit(migrateStore(dataDir, databaseUrl));
    for (const [table, count] of counts) console.log(`${table.padEnd(14)} ${count}`);
    console.log("Every row is in the database and was read back. Start the site with DATABASE_URL now.");
    return 0;
  },
};
