import type { Env } from "#lib/env.ts";
import { isRefused } from "#lib/leads/outbox/is-refused.ts";
import { refusedMessages } from "#lib/leads/outbox/refused-messages.ts";
import { retryLead } from "#lib/leads/outbox/retry-lead.ts";
import { untakenDecisions } from "#lib/leads/outbox/untaken-decisions.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { storeDesk } from "#lib/store-desk.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { readArgument, readOptions } from "./read-arguments.ts";
import { changingStore } from "./with-store.ts";

const options = { dead: { type: "boolean" } } as const;

export const retry: Command = {
  options,
  usage: [
    ["retry REF", "sends what waits or was given up of a lead now, to the recipients of today"],
    ["retry --dead", "the same of every lead of which something was refused for good"],
  ],
  run(args) {
    if (args[0]?.startsWith("--") && readOptions(args, options).dead) return changingStore(retryRefused);
    const ref = readArgument(args).toUpperCase();
    return changingStore(async (store, env) => {
      const done = await retryLead(ref, storeDesk(env, store));
      if (done === "unknown") console.error(`There is no lead with the reference ${ref}.`);
      else if (done === "held") console.error(`${ref} is held. To send it on: npm run leads -- release ${ref}`);
      else if (done.length === 0) console.error(`Nothing of ${ref} waits or was given up.`);
      else return print(done.map((line) => `${line}\n`));
      return 1;
    });
  },
};

async function retryRefused(store: LeadStore, env: Env): Promise<number> {
  const rows = await refusedMessages(store.db)
    .select("lead.ref")
    .where("lead.ref", "is not", null)
    .$narrowType<{ ref: string }>()
    .distinct()
    .orderBy("lead.ref")
    .execute();
  const decisions = (await untakenDecisions(store.db)).filter(isRefused);
  const refs = new Set([...rows, ...decisions].map(({ ref }) => ref));
  if (refs.size === 0) return print(["Nothing is refused for good.\n"]);
  const desk = storeDesk(env, store);
  for (const ref of refs) {
    const done = await retryLead(ref, desk);
    if (Array.isArray(done)) await print(done.map((line) => `${ref}: ${line}\n`));
  }
  return 0;
}
