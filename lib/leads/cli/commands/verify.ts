import { resolve } from "node:path";
import { orExit } from "#lib/leads/disk/store-error.ts";
import { minuteOf } from "#lib/leads/iso-time.ts";
import { readBackup } from "#lib/leads/store/backup-file.ts";
import { backupContents } from "./backup-contents.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { readArgument } from "./read-arguments.ts";

export const verify: Command = {
  usage: [["verify FILE", "reads all of a backup, and says what it holds"]],
  async run(args) {
    const file = resolve(readArgument(args));
    const backup = await orExit(Promise.try(readBackup, file));
    return print([
      `${file} is whole, and holds DATA_DIR as it was at ${minuteOf(backup.madeAt)} UTC:\n`,
      backupContents(backup),
    ]);
  },
};
