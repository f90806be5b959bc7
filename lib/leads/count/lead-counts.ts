import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import { leadCampaign } from "#lib/leads/attribution/lead-campaign.ts";
import { leadSource } from "#lib/leads/attribution/lead-source.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { textIn } from "#lib/leads/store/text-in.ts";
import { dayIn } from "#lib/leads/zoned-time.ts";

/** `leads` counts those that are held, too. */
export type LeadCount = { value: string; leads: number; held: number };

/** What makes a value: a column, the quarter of an hour in which a lead came, or what stands in a column of JSON. */
type Part = "page" | "locale" | "form" | "quarter" | ["payload" | "attribution", ...string[]];
type Parts = (string | undefined)[];
type Kind = { parts: Part[]; valueFrom(parts: Parts, zone: string): string | undefined };

const first = (name: string): Part => ["attribution", "first", name];

/** By what leads are counted: the parts of each value, which the store groups by, and the value that they make. */
const kinds = {
  day: { parts: ["quarter"], valueFrom: ([quarter = ""], zone) => dayIn(zone, quarter) },
  // The page that led to the form says more than the form's own.
  page: { parts: [["attribution", "last", "page"], "page"], valueFrom: ([ledFrom, sentFrom]) => ledFrom ?? sentFrom },
  service: { parts: [["payload", "service"]], valueFrom: ([service]) => service },
  country: { parts: [["payload", "country"]], valueFrom: ([country]) => country },
  language: { parts: ["locale"], valueFrom: ([locale]) => locale },
  form: { parts: ["form"], valueFrom: ([form]) => form },
  source: {
    parts: [first("utm_source"), first("referrer"), ["attribution", "last", "referrer"]],
    valueFrom: ([utm_source, referrer, last]) =>
      leadSource({ first: given({ utm_source, referrer }), last: given({ referrer: last }) }),
  },
  campaign: {
    parts: [first("utm_campaign"), first("utm_source"), first("utm_medium")],
    valueFrom: ([utm_campaign, utm_source, utm_medium]) =>
      leadCampaign({ first: given({ utm_campaign, utm_source, utm_medium }) }),
  },
} as const satisfies Record<string, Kind>;

export type CountedBy = keyof typeof kinds;
export const countedBy = Object.keys(kinds) as CountedBy[];

export async function leadCounts(
  kind: CountedBy,
  leads: SelectQueryBuilder<LeadDatabase, "lead", object>,
  { store, zone }: { store: LeadStore; zone: string },
): Promise<LeadCount[]> {
  const { parts, valueFrom }: Kind = kinds[kind];
  const columns = parts.map((part) => columnOf(part, store));
  const groups = await leads
    .select(columns.map((column, index) => column.as(`part${index}`)))
    .select(({ fn }) => [
      fn.countAll<number>().as("leads"),
      fn.countAll<number>().filterWhere("status", "=", "quarantined").as("held"),
    ])
    .groupBy(columns)
    .execute();

  const counts = groups.map(({ leads, held, ...group }) => {
    const read = Object.values(group).map((part) => part ?? undefined);
    return { value: valueFrom(read, zone) ?? "-", leads, held };
  });
  return together(kind, counts);
}

/** One count of each value. Days in their order; of everything else, what came most often first. */
export function together(kind: CountedBy, counts: LeadCount[]): LeadCount[] {
  const byValue = new Map<string, LeadCount>();
  for (const { value, leads, held } of counts) {
    const known = byValue.get(value) ?? { value, leads: 0, held: 0 };
    byValue.set(value, { value, leads: known.leads + leads, held: known.held + held });
  }
  const byName = (a: LeadCount, b: LeadCount) => (a.value < b.value ? -1 : 1);
  return [...byValue.values()].sort((a, b) => (kind === "day" ? 0 : b.leads - a.leads) || byName(a, b));
}

function columnOf(part: Part, { kind }: LeadStore): RawBuilder<string | null> {
  if (part === "quarter") {
    // The clocks of all zones differ by quarters of an hour.
    return sql`substr(created_at, 1, 14) || substr('00153045', cast(substr(created_at, 15, 2) as integer) / 15 * 2 + 1, 2) || 'Z'`;
  }
  if (typeof part === "string") return sql.ref(part);
  const [column, ...path] = part;
  return textIn(column, path, kind);
}

function given<Name extends string>(facts: Record<Name, string | undefined>): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as Partial<
    Record<Name, string>
  >;
}
