import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { countPeriod, type Period, type PeriodCounts } from "./count-period.ts";
import { countedBy, together } from "./lead-counts.ts";
import { storedCounts } from "./stored-counts.ts";

/** What is counted of a period: of parts of it that are over, as it was written down, and of the rest lead by lead. */
export async function countsOf(store: LeadStore, zone: string, { since, before }: Period): Promise<PeriodCounts> {
  const counted: PeriodCounts[] = [];
  let from = since;
  for (const part of await storedCounts(store, zone, { since, before })) {
    if (from < part.since) counted.push(await countPeriod(store, zone, { since: from, before: part.since }));
    counted.push(part.counts);
    from = part.before;
  }
  counted.push(await countPeriod(store, zone, { since: from, before }));
  return sumOf(counted);
}

function sumOf(parts: PeriodCounts[]): PeriodCounts {
  const sum = (of: (part: PeriodCounts) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    leads: sum(({ leads }) => leads),
    held: sum(({ held }) => held),
    erased: sum(({ erased }) => erased),
    amendments: sum(({ amendments }) => amendments),
    spam: sum(({ spam }) => spam),
    applications: sum(({ applications }) => applications),
    unanswered: sum(({ unanswered }) => unanswered),
    inbox: parts.flatMap(({ inbox }) => inbox),
    answer: parts.flatMap(({ answer }) => answer),
    by: Object.fromEntries(
      countedBy.map((kind) => [
        kind,
        together(
          kind,
          parts.flatMap(({ by }) => by[kind]),
        ),
      ]),
    ) as PeriodCounts["by"],
  };
}
