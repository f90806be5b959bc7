import { openSpool } from "#lib/leads/intake/spool.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { openSightings } from "#lib/leads/store/sightings.ts";

/** A desk over a store, of which no setting but those that are named has to do with what is measured. */
export function benchDesk(
  store: LeadStore,
  dataDir: string,
  changes: Pick<LeadDesk, "now" | "report"> & Partial<LeadDesk>,
): LeadDesk {
  return {
    store,
    sightings: openSightings({ store, now: changes.now }),
    spool: openSpool(dataDir, changes.report),
    leadsTo: ["sales@dreamcode.test"],
    routing: [],
    leadsFallbackTo: undefined,
    webhooks: [],
    plausibleUrl: undefined,
    alarmTo: [],
    reportTo: [],
    mailFrom: { name: "DreamCode", address: "hello@dreamcode.test" },
    writeTo: undefined,
    replyPromise: undefined,
    answersTo: undefined,
    siteUrl: "https://www.dreamcode.test",
    secret: "bench",
    rateLimit: false,
    dailyProof: false,
    retentionDays: undefined,
    teamTimeZone: "America/Bogota",
    services: [],
    pitchModel: () => -1,
    serviceTitle: (slug) => slug,
    articleTitle: () => undefined,
    openingTitle: () => undefined,
    consent: () => "I agree.",
    note: () => undefined,
    ...changes,
  };
}
