import { alignedTable } from "#lib/aligned-table.ts";
import type { LeadCount } from "#lib/leads/count/lead-counts.ts";
import { type LeadStats, leadStats } from "#lib/leads/count/lead-stats.ts";
import { type Funnel, type ViewCount, type ViewStats, viewStats } from "#lib/leads/count/view-stats.ts";
import { durationInWords } from "#lib/leads/duration-in-words.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { readOptions, readPeriod } from "./read-arguments.ts";
import { readingStore } from "./with-store.ts";

const options = { since: { type: "string" }, until: { type: "string" }, json: { type: "boolean" } } as const;

export const stats: Command = {
  options,
  usage: [
    ["stats", "how many looked, opened a form and sent it; when, about what and from where; how fast it arrives"],
    ["  --since DAY --until DAY --json", "both days included"],
  ],
  run(args) {
    const { since, until, json } = readOptions(args, options);
    const periodIn = (zone: string) => readPeriod(since, until, zone);
    // A mistake is said before anybody asks for the store.
    periodIn("UTC");
    return readingStore(async (store, { teamTimeZone: zone }) => {
      const period = periodIn(zone);
      const counted = await leadStats(store, zone, period);
      const views = await viewStats(store, { zone, ...period, leads: counted.by });
      return print([json ? `${JSON.stringify({ ...counted, views })}\n` : tables(counted, views)]);
    });
  },
};

function tables(counted: LeadStats, views: ViewStats): string {
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
  return [
    summary,
    ...Object.entries(by).map(([what, counts]) => table(what, counts)),
    aboutViews,
    funnelTable("page", views.page),
    funnelTable("campaign", views.campaign),
    ...(["source", "language", "day"] as const).map((what) => viewTable(what, views[what])),
  ]
    .map((each) => `${each}\n`)
    .join("\n");
}

function table(what: string, counts: LeadCount[]): string {
  return alignedTable([
    [what.toUpperCase(), "LEADS", "HELD"],
    ...counts.map(({ value, leads, held }) => [value, `${leads}`, `${held}`]),
  ]);
}

const aboutViews = [
  "Views of pages, without programs. OPENED: of pages with a form, for the page that led there. AHEAD, beside each: fetched by a",
  "browser while the pointer was on the link. It does not tell whether the page was looked at, so the truth lies between.",
].join("\n");

function funnelTable(what: string, funnels: Funnel[]): string {
  return alignedTable([
    [what.toUpperCase(), "VIEWS", "AHEAD", "OPENED", "AHEAD", "SENT"],
    ...funnels.map(({ value, views, ahead, opened, openedAhead, sent }) => [
      value,
      ...[views, ahead, opened, openedAhead, sent].map(String),
    ]),
  ]);
}

function viewTable(what: string, counts: ViewCount[]): string {
  return alignedTable([
    [what.toUpperCase(), "VIEWS", "AHEAD"],
    ...counts.map(({ value, views, ahead }) => [value, `${views}`, `${ahead}`]),
  ]);
}
