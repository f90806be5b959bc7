import { resolve } from "node:path";
import { backUp } from "#lib/leads/backup/back-up.ts";
import { orExit } from "#lib/leads/disk/store-error.ts";
import { minuteOf } from "#lib/leads/iso-time.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { readArgument } from "./read-arguments.ts";
import { readingStore } from "./with-store.ts";

export const backup: Command = {
  usage: [["backup FILE", "copies store, spool and form secret into a new file, while the site runs"]],
  run(args) {
    const file = resolve(readArgument(args));
    return readingStore(async (store, env) => {
      const { leads, files, madeAt } = await orExit(backUp(file, store, env, () => new Date()));
      const spooled = files.filter(({ name }) => name.startsWith("spool/")).length;
      const stored = leads === undefined ? "" : `${leads} stored, `;
      const secret = files.some(({ name }) => name === "form-secret") ? "the form secret" : "no form secret";
      return print([
        `${file} holds DATA_DIR as it was at ${minuteOf(madeAt)} UTC, and was read back:\n`,
        `${stored}${spooled} in the spool, ${secret}.\n`,
        ...(env.databaseUrl
          ? ["The stored inquiries are in the database of DATABASE_URL: copy that with pg_dump, now.\n"]
          : []),
      ]);
    });
  },
};
