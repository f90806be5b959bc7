import { getRouting } from "#lib/content/kinds/routing.ts";
import { getSite } from "#lib/content/settings/site.ts";
import type { Env } from "#lib/env.ts";
import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { logLine } from "#lib/log-line.ts";

/** A store, with the environment and the content as they are now. */
export function storeDesk(env: Env, store: LeadStore): StoreDesk {
  const { email, replyPromise } = getSite();
  return {
    ...env,
    store,
    routing: getRouting(),
    // A visitor who gets a receipt gets it from that address too.
    writeTo: email ?? env.mailFrom?.address,
    replyPromise,
    answersTo: email ?? env.leadsTo[0],
    now: () => new Date(),
    report: (problem, cause) => logLine("error", problem, { reason: `${cause}` }),
    note: logLine,
  };
}
