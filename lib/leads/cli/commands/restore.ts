import { resolve } from "node:path";
import { type Env, readEnvOrExit } from "#lib/env.ts";
import { type Restored, restoreBackup } from "#lib/leads/backup/restore-backup.ts";
import { orExit } from "#lib/leads/disk/store-error.ts";
import { eraseAgain } from "#lib/leads/erase/erase-again.ts";
import { erasedList } from "#lib/leads/erase/erased-list.ts";
import { openSpool } from "#lib/leads/intake/spool.ts";
import { minuteOf } from "#lib/leads/iso-time.ts";
import { storeDesk } from "#lib/store-desk.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { readArgumentAnd } from "./read-arguments.ts";
import { UsageError } from "./usage-error.ts";
import { changingStore } from "./with-store.ts";

const options = { erased: { type: "string" } } as const;

export const restore: Command = {
  options,
  usage: [
    ["restore FILE", "puts a backup into a DATA_DIR that is new or empty, while no site runs"],
    ["  --erased LIST", `erases again who was erased since: the file ${erasedList.name} of the DATA_DIR of before`],
  ],
  async run(args) {
    const [backup, { erased }] = readArgumentAnd(args, options);
    const file = resolve(backup);
    if (erased === "") throw new UsageError();
    const env = readEnvOrExit();
    // Before anything is put back: a name that is mistyped is said first.
    const erasures = erased === undefined ? undefined : await orExit(Promise.try(erasedList.read, resolve(erased)));
    const restored = await orExit(restoreBackup(file, env));
    if (!erasures) return print(summary(restored, env));
    return changingStore(async (store) => {
      const desk = storeDesk(env, store);
      const again = await orExit(eraseAgain(erasures, { ...desk, spool: openSpool(env.dataDir, desk.report) }));
      await erasedList.write(env.dataDir, store, erasures);
      return print(summary(restored, env, again));
    });
  },
};

function summary({ madeAt, files, leads, waiting }: Restored, { dataDir }: Env, again?: number): string[] {
  const spooled = files.filter(({ name }) => name.endsWith(".json")).length;
  return [
    `${resolve(dataDir)} is as it was at ${minuteOf(madeAt)} UTC:\n`,
    `${leads === undefined ? "" : `${leads} stored, `}${spooled} in the spool.\n`,
    ...(waiting + spooled > 0
      ? [
          `Mails that were waiting then: ${waiting}${spooled > 0 ? ", and those of what is in the spool" : ""}.\n`,
          "They may have been sent since, so they wait until somebody decides: npm run leads -- restored\n",
        ]
      : []),
    "A list of what is held and the account of the day may come a second time.\n",
    again === undefined
      ? "Who was erased since is back: npm run leads -- erase EMAIL, or restore it anew with --erased LIST\n"
      : `Erased again, of what was erased since: ${again}.\n`,
  ];
}
