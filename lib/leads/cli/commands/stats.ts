import { alignedTable } from "#lib/aligned-table.ts";
import type { LeadCount } from "#lib/leads/count/lead-counts.ts";
import { type LeadStats, leadStats } from "#lib/leads/count/lead-stats.ts";
import { durationInWords } from "#lib/leads/duration-in-words.ts";
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

function tables(counted: LeadStats): string {
  const { leads, held, erased, amendments, spam, applications, undelivered, unanswered, inbox, answer, by } = counted;
  const summary = alignedTable([
    ["leads", `${leads}`],
    ["held as likely spam", `${held}`],
    ["erased", `${erased}`],
    ["amendments", `${amendments}`],
    ["called spam", `${spam}`],
    ["applications", `${applications}`],
    ["not delivered yet", `${undelivered}`],
    ["not answered yet", `${unanswered}`],
    [
      "time to the inbox",
      inbox
        ? `p50 ${durationInWords(inbox.p50)}, p95 ${durationInWords(inbox.p95)}, slowest ${durationInWords(inbox.slowest)} (${inbox.leads} delivered)`
        : "-",
    ],
    [
      "time to the answer",
      answer
        ? `median ${durationInWords(answer.median)}, slowest ${durationInWords(answer.slowest)} (${answer.leads} answered)`
        : "-",
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
