import { resolve } from "node:path";
import { backUp } from "#lib/leads/backup/back-up.ts";
import { orExit } from "#lib/leads/disk/store-error.ts";
import { minuteOf } from "#lib/leads/iso-time.ts";
import { backupContents } from "./backup-contents.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { readArgument } from "./read-arguments.ts";
import { readingStore } from "./with-store.ts";

export const backup: Command = {
  usage: [["backup FILE", "copies store, spool and form secret into a new file, while the site runs"]],
  run(args) {
    const file = resolve(readArgument(args));
    return readingStore(async (store, env) => {
      const made = await orExit(backUp(file, store, env, () => new Date()));
      return print([
        `${file} holds DATA_DIR as it was at ${minuteOf(made.madeAt)} UTC, and was read back:\n`,
        backupContents(made),
        ...(env.databaseUrl
          ? ["The stored inquiries are in the database of DATABASE_URL: copy that with pg_dump, now.\n"]
          : []),
      ]);
    });
  },
};
