import type { Env } from "#lib/env.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import type { NoticeDesk } from "#lib/leads/outbox/queue-notices.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { routingFor } from "#lib/open-desk.ts";

/** Who is told of a lead, as the environment and content/routing.yaml have it now. */
export function noticeDesk(store: LeadStore, env: Env): NoticeDesk & Pick<LeadDesk, "store" | "fallback" | "now"> {
  return {
    store,
    recipients: env.leadsTo,
    routing: routingFor(env),
    fallback: env.leadsFallbackTo,
    hasWebhook: env.webhook !== undefined,
    countsConversions: env.plausibleUrl !== undefined,
    now: () => new Date(),
  };
}
