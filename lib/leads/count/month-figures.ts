import { laterMonth } from "#lib/leads/later-month.ts";
import { countOf } from "#lib/leads/store/count-of.ts";
import { isHeld } from "#lib/leads/store/is-held.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { startIn } from "#lib/leads/zoned-time.ts";
import { type LeadStats, leadStats } from "./lead-stats.ts";

export type MonthFigures = {
  /** `2026-10`. */
  month: string;
  since: string;
  before: string;
  now: LeadStats;
  /** Undefined where nothing was stored as early as that: it would be compared with a month that the site did not see. */
  earlier: LeadStats | undefined;
  /** When the first of all that is stored came, if that was after the earlier month had begun. */
  first: string | undefined;
  /** Undecided at this moment, whenever it came. */
  heldNow: number;
};

/** A month by the calendar of a zone, and the one before it. */
export async function monthFigures(month: string, store: LeadStore, zone: string): Promise<MonthFigures> {
  const [earlierSince = "", since = "", before = ""] = [-1, 0, 1].map((by) =>
    startIn(zone, `${laterMonth(month, by)}-01`),
  );
  const { first } = await store.db
    .selectFrom("lead")
    .select(({ fn }) => fn.min<string | null>("created_at").as("first"))
    .executeTakeFirstOrThrow();
  const sawEarlier = first !== null && first < since;
  return {
    month,
    since,
    before,
    now: await leadStats(store, zone, { since, before }),
    earlier: sawEarlier ? await leadStats(store, zone, { since: earlierSince, before: since }) : undefined,
    first: first !== null && first > earlierSince ? first : undefined,
    heldNow: await countOf(store.db.selectFrom("lead").where(isHeld)),
  };
}
