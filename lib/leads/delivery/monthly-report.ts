import { report as text } from "#content/en/mail.ts";
import { fill } from "#lib/i18n/fill.ts";
import type { LeadStats } from "#lib/leads/count/lead-stats.ts";
import type { MonthFigures } from "#lib/leads/count/month-figures.ts";
import { durationInWords } from "#lib/leads/duration-in-words.ts";
import { laterMonth } from "#lib/leads/later-month.ts";
import { dayIn, minuteAndPlace } from "#lib/leads/zoned-time.ts";
import { countTable, factTable, paragraph } from "#lib/mail/mail-page.ts";
import { siteMail } from "./site-mail.ts";

/** Of each kind; anybody can make up further ones, by links. */
const mostRows = 10;

const kinds = ["service", "page", "campaign", "source"] as const;
type Kind = (typeof kinds)[number];

/** What the team reads of a month, beside the month before: the figures of `npm run leads -- stats`. */
export function monthlyReport(figures: MonthFigures, zone: string) {
  const { month, since, before, now, earlier } = figures;
  const names = { month: monthName(month), earlier: monthName(laterMonth(month, -1)) };
  const period = { from: minuteAndPlace(zone, since), to: minuteAndPlace(zone, before) };
  const opening = [
    fill(earlier ? text.beside : text.alone, { ...names, ...period }),
    ...(now.leads === 0 ? [fill(text.nobody, names)] : []),
    ...noteOn(figures, names, zone),
  ];
  const facts = factsOf(figures);
  const tables = kinds
    .map((kind) => ({ kind, rows: rowsOf(kind, now, earlier) }))
    .filter(({ rows }) => rows.length > 0);
  const [first, last] = [dayIn(zone, since), dayIn(zone, new Date(Date.parse(before) - 1).toISOString())];
  const closing = [text.counted, text.written, fill(text.more, { first, last })];
  const columns = [monthName(month, "short"), ...(earlier ? [monthName(laterMonth(month, -1), "short")] : [])];
  return siteMail(
    {
      subject: fill(text.subject, { ...names, count: now.leads }),
      text: [
        ...opening,
        facts.map(([label, value]) => `${label}: ${value}`).join("\n"),
        ...tables.map(({ kind, rows }) =>
          [`${text.by[kind]}:`, ...rows.map(([name = "", ...counts]) => `${name}: ${beside(counts)}`)].join("\n"),
        ),
        ...closing,
      ].join("\n\n"),
    },
    [
      ...opening.map((each) => paragraph(each)),
      factTable(facts),
      ...tables.map(({ kind, rows }) => countTable([text.by[kind], ...columns], rows)),
      ...closing.map((each) => paragraph(each)),
    ],
  );
}

function monthName(month: string, length: "long" | "short" = "long"): string {
  const year = length === "long" && ({ year: "numeric" } as const);
  return new Intl.DateTimeFormat("en", { month: length, ...year, timeZone: "UTC" }).format(new Date(`${month}-01`));
}

function noteOn({ earlier, first }: MonthFigures, names: Record<string, string>, zone: string): string[] {
  if (first === undefined) return [];
  return [fill(earlier ? text.partBefore : text.nothingBefore, { ...names, day: dayIn(zone, first) })];
}

function factsOf({ now, earlier, heldNow }: MonthFigures): [label: string, value: string][] {
  const fact = (label: keyof typeof text.facts, inWords: (stats: LeadStats) => string): [string, string] => [
    text.facts[label],
    beside([now, ...(earlier ? [earlier] : [])].map(inWords)),
  ];
  return [
    fact("leads", counted),
    fact("spam", ({ spam }) => `${spam}`),
    fact("inbox", ({ inbox }) => waits(inbox && { leads: inbox.leads, median: inbox.p50, slowest: inbox.slowest })),
    fact("answer", ({ answer }) => waits(answer)),
    fact("unanswered", ({ unanswered }) => `${unanswered}`),
    [text.facts.heldNow, `${heldNow}`],
  ];
}

/** Of a month, and of the one before if there was one. */
function beside([now = "", before]: string[]): string {
  return before === undefined ? now : fill(text.compared, { now, before });
}

function counted({ leads, held }: { leads: number; held: number }): string {
  return held > 0 ? fill(text.withHeld, { count: leads, held }) : `${leads}`;
}

function waits(of: { leads: number; median: number; slowest: number } | undefined): string {
  if (!of) return text.none;
  const [median, slowest] = [durationInWords(of.median), durationInWords(of.slowest)];
  return fill(text.waits, { median, slowest, count: of.leads });
}

/** What there was most of in either month first, so that what fell is named as well; the rest in one row. */
function rowsOf(kind: Kind, now: LeadStats, earlier: LeadStats | undefined): string[][] {
  const months = [now, ...(earlier ? [earlier] : [])].map(
    ({ by }) => new Map(by[kind].map((count) => [count.value, count])),
  );
  const of = (value: string) => months.map((counts) => counts.get(value) ?? { leads: 0, held: 0 });
  const most = (value: string) => Math.max(...of(value).map(({ leads }) => leads));
  const values = [...new Set(months.flatMap((counts) => [...counts.keys()]))].sort((a, b) => most(b) - most(a));
  const [named, others] = [values.slice(0, mostRows), values.slice(mostRows)];
  const rest = months.map((counts) => {
    const unnamed = others.flatMap((value) => counts.get(value) ?? []);
    return { leads: sum(unnamed.map(({ leads }) => leads)), held: sum(unnamed.map(({ held }) => held)) };
  });
  return [
    ...named.map((value) => [value === "-" ? text.unknown[kind] : value, ...of(value).map(counted)]),
    ...(others.length > 0 ? [[fill(text.others, { count: others.length }), ...rest.map(counted)]] : []),
  ];
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
