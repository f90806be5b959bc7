import { resolve } from "node:path";
import { readEnvOrExit } from "#lib/env.ts";
import { restoreBackup } from "#lib/leads/backup/restore-backup.ts";
import { orExit } from "#lib/leads/disk/store-error.ts";
import { minuteOf } from "#lib/leads/iso-time.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { readArgument } from "./read-arguments.ts";

export const restore: Command = {
  usage: [["restore FILE", "puts a backup into a DATA_DIR that is new or empty, while no site runs"]],
  async run(args) {
    const file = resolve(readArgument(args));
    const env = readEnvOrExit();
    const { madeAt, files, leads, waiting } = await orExit(restoreBackup(file, env));
    const spooled = files.filter(({ name }) => name.endsWith(".json")).length;
    return print([
      `${resolve(env.dataDir)} is as it was at ${minuteOf(madeAt)} UTC:\n`,
      `${leads === undefined ? "" : `${leads} stored, `}${spooled} in the spool.\n`,
      ...(waiting + spooled > 0
        ? [
            `Mails that were waiting then: ${waiting}${spooled > 0 ? ", and those of what is in the spool" : ""}.\n`,
            "They may have been sent since, so they wait until somebody decides: npm run leads -- restored\n",
          ]
        : []),
      "A list of what is held and the account of the day may come a second time.\n",
      "Who was erased since is back: npm run leads -- erase EMAIL\n",
    ]);
  },
};
