import { alignedTable } from "#lib/aligned-table.ts";
import { type LeadCount, type LeadStats, leadStats } from "#lib/leads/cli/lead-stats.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { readOptions, readPeriod } from "./read-arguments.ts";
import { readingStore } from "./with-store.ts";

const options = { since: { type: "string" }, until: { type: "string" }, json: { type: "boolean" } } as const;

export const stats: Command = {
  options,
  usage: [
    ["stats", "how many leads, when, about what and from where; how fast they arrive"],
    ["  --since DAY --until DAY --json", "both days included"],
  ],
  run(args) {
    const { since, until, json } = readOptions(args, options);
    const periodIn = (zone: string) => readPeriod(since, until, zone);
    // A mistake is said before anybody asks for the store.
    periodIn("UTC");
    return readingStore(async (store, { teamTimeZone }) => {
      const counted = await leadStats(store, teamTimeZone, periodIn(teamTimeZone));
      return print([json ? `${JSON.stringify(counted)}\n` : tables(counted)]);
    });
  },
};

function tables({ leads, held, erased, amendments, undelivered, inbox, by }: LeadStats): string {
  const summary = alignedTable([
    ["leads", `${leads}`],
    ["held as likely spam", `${held}`],
    ["erased", `${erased}`],
    ["amendments", `${amendments}`],
    ["not delivered yet", `${undelivered}`],
    [
      "time to the inbox",
      inbox ? `p50 ${inWords(inbox.p50)}, p95 ${inWords(inbox.p95)} (${inbox.leads} delivered)` : "-",
    ],
  ]);
  return [summary, ...Object.entries(by).map(([what, counts]) => table(what, counts))]
    .map((each) => `${each}\n`)
    .join("\n");
}

function table(what: string, counts: LeadCount[]): string {
  return alignedTable([
    [what.toUpperCase(), "LEADS", "HELD"],
    ...counts.map(({ value, leads, held }) => [value, `${leads}`, `${held}`]),
  ]);
}

function inWords(ms: number): string {
  const minute = 60_000;
  if (ms < 2 * minute) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 120 * minute ? `${(ms / minute).toFixed(0)} min` : `${(ms / (60 * minute)).toFixed(0)} h`;
}
