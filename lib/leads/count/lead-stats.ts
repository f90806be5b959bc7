import { formsForOthers } from "#lib/leads/form/is-for-sales.ts";
import { undeliveredLeads } from "#lib/leads/outbox/undelivered-leads.ts";
import { countOf } from "#lib/leads/store/count-of.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { leadsOf, type Period, type PeriodCounts } from "./count-period.ts";
import { countsOf } from "./counts-of.ts";
import { type RankedWaits, rankWaits } from "./rank-waits.ts";

export type LeadStats = Omit<PeriodCounts, "inbox" | "answer"> & {
  /** Leads and amendments that `list --undelivered` shows. */
  undelivered: number;
  inbox: RankedWaits | undefined;
  answer: { leads: number; median: number; slowest: number } | undefined;
};

/** After every time in ISO 8601. */
const lastOfTimes = "9999";

/** Counts leads, also those that were erased. What amends a lead, what is spam, and applications are counted apart. */
export async function leadStats(
  store: LeadStore,
  zone: string,
  { since = "", before = lastOfTimes }: Partial<Period> = {},
): Promise<LeadStats> {
  const { inbox, answer, ...counts } = await countsOf(store, zone, { since, before });
  const answered = rankWaits(answer);
  const received = leadsOf(store, { since, before }).where("form", "not in", formsForOthers);
  return {
    ...counts,
    undelivered: await countOf(received.where("id", "in", undeliveredLeads(store.db))),
    inbox: rankWaits(inbox),
    answer: answered && { leads: answered.leads, median: answered.p50, slowest: answered.slowest },
  };
}
