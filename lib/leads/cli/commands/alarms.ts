import { currentAlarms } from "#lib/leads/watch/alarms.ts";
import { minuteAndPlace } from "#lib/leads/zoned-time.ts";
import { storeDesk } from "#lib/store-desk.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { readOptions } from "./read-arguments.ts";
import { readingStore } from "./with-store.ts";

export const alarms: Command = {
  usage: [["alarms", "what is wrong now, since when, and what to do"]],
  run(args) {
    readOptions(args, {});
    return readingStore(async (store, env) => {
      const current = await currentAlarms(storeDesk(env, store));
      if (current.length === 0)
        return print(["Nothing is wrong that the database knows of. The site itself says more: /api/health\n"]);
      const told = await store.db.selectFrom("alarm").selectAll().execute();
      const since = ({ topic }: { topic: string }) =>
        told.find((one) => one.topic === topic || one.topic.startsWith(`${topic}:`));
      return print(
        current.flatMap((alarm) => {
          const at = since(alarm)?.opened_at;
          return [
            `${alarm.topic}${at ? `, since ${minuteAndPlace(env.teamTimeZone, at)}` : ""}\n`,
            `${[alarm.subject, ...alarm.text.split("\n")].map((line) => `  ${line}`.trimEnd()).join("\n")}\n\n`,
          ];
        }),
      );
    });
  },
};
