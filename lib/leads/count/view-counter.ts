import { errorCode } from "#lib/leads/error-code.ts";
import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import { dayIn } from "#lib/leads/zoned-time.ts";
import { addViews, type ViewRow } from "./add-views.ts";
import { forgetOldViews } from "./forget-old-views.ts";
import type { View } from "./view.ts";

export type ViewCounter = {
  /** Costs no more than a look into a map. */
  count(view: View): void;
  /** What was counted since the last time, for the store. What it does not take waits for the next time. */
  write(): Promise<void>;
};

/** Anybody can make up sources and campaigns without end, by links. */
const mostKindsADay = 2_000;
/** While the store is away, for days perhaps. */
const mostWaiting = 10_000;
const rest = { source: "other", campaign: "other", openedFrom: "" };

/** Counts in memory, so that no reader waits for the store. */
export function openViewCounter({
  store,
  now,
  teamTimeZone,
  report,
}: Pick<StoreDesk, "store" | "now" | "teamTimeZone" | "report">): ViewCounter {
  const waiting = new Map<string, ViewRow>();
  const kindsOfDay = new Set<string>();
  const dayNow = dayByTheMinute();
  let countedOn = "";
  let tidiedOn = "";

  return {
    count(view) {
      const day = dayNow();
      if (day !== countedOn) kindsOfDay.clear();
      countedOn = day;
      const row = rowFor(day, view) ?? rowFor(day, { ...view, ...rest }, true);
      if (!row) return;
      if (view.isAhead) row.ahead += 1;
      else row.views += 1;
    },
    async write() {
      if (waiting.size === 0 || !store.isInPlace()) return;
      const rows = [...waiting.values()];
      // What is counted meanwhile waits for the next time.
      waiting.clear();
      try {
        await addViews(store.db, rows).catch((cause) => {
          rows.forEach(putBack);
          throw cause;
        });
        const day = dayNow();
        if (day !== tidiedOn) await forgetOldViews(store.db, day);
        tidiedOn = day;
      } catch (cause) {
        report("page views wait for the store", errorCode(cause));
      }
    },
  };

  function rowFor(day: string, view: Omit<View, "isAhead">, isRest = false): ViewRow | undefined {
    const { path, locale, source, campaign, openedFrom: opened_from } = view;
    const key = keyOf({ day, path, source, campaign, opened_from });
    const known = waiting.get(key);
    if (known) return known;
    if (!isRest && !kindsOfDay.has(key)) {
      if (kindsOfDay.size >= mostKindsADay) return undefined;
      kindsOfDay.add(key);
    }
    if (waiting.size >= mostWaiting) return undefined;
    const row = { day, path, locale, source, campaign, opened_from, views: 0, ahead: 0 };
    waiting.set(key, row);
    return row;
  }

  function putBack(row: ViewRow) {
    const key = keyOf(row);
    const { views, ahead } = waiting.get(key) ?? { views: 0, ahead: 0 };
    waiting.set(key, { ...row, views: row.views + views, ahead: row.ahead + ahead });
  }

  /** To ask a calendar costs as much as half an answer from memory. */
  function dayByTheMinute() {
    let lastMinute = Number.NaN;
    let day = "";
    return () => {
      const minute = Math.floor(now().getTime() / 60_000);
      if (minute !== lastMinute) day = dayIn(teamTimeZone, new Date(minute * 60_000).toISOString());
      lastMinute = minute;
      return day;
    };
  }
}

/** The language is the path's. */
function keyOf({ day, path, source, campaign, opened_from }: Omit<ViewRow, "locale" | "views" | "ahead">): string {
  return `${day}\n${path}\n${source}\n${campaign}\n${opened_from}`;
}
