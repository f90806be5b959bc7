import { leadSource } from "#lib/leads/attribution/lead-source.ts";
import { type FirstAnswers, firstAnswers } from "#lib/leads/decide/first-answers.ts";
import { undeliveredLeads } from "#lib/leads/outbox/undelivered-leads.ts";
import { storedLead } from "#lib/leads/store/lead-record.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { dayIn } from "#lib/leads/zoned-time.ts";

/** `leads` counts those that are held, too. */
export type LeadCount = { value: string; leads: number; held: number };

const kinds = ["day", "page", "service", "country", "language", "form", "source"] as const;

export type LeadStats = {
  leads: number;
  held: number;
  erased: number;
  amendments: number;
  /** Leads and amendments that `list --undelivered` shows. */
  undelivered: number;
  /** Milliseconds from the form to the first mail server that took the notice; of leads that were mailed. */
  inbox: { leads: number; p50: number; p95: number } | undefined;
  /** Of those that somebody said “mine” or “answered” of. */
  answer: FirstAnswers | undefined;
  /** Days in their order; of everything else, what came most often first. */
  by: Record<(typeof kinds)[number], LeadCount[]>;
};

/** From the first moment that counts to the first that counts no more. */
type Period = { since?: string; before?: string };

/** After every time in ISO 8601. */
const lastOfTimes = "9999";

/** Counts leads, also those that were erased. What amends a lead is counted apart. */
export async function leadStats(
  { db }: LeadStore,
  zone: string,
  { since = "", before = lastOfTimes }: Period = {},
): Promise<LeadStats> {
  const counts = new Map(kinds.map((kind) => [kind, new Map<string, LeadCount>()]));
  const totals = { leads: 0, held: 0, erased: 0, amendments: 0 };
  const rows = db
    .selectFrom("lead")
    .selectAll()
    .where("created_at", ">=", since)
    .where("created_at", "<", before)
    .where("status", "!=", "proof")
    .stream();
  for await (const row of rows) {
    if (row.amends !== null) {
      totals.amendments += 1;
      continue;
    }
    const { form, locale, page: sentFrom, receivedAt, fields, attribution } = storedLead(row);
    const isHeld = row.status === "quarantined";
    totals.leads += 1;
    if (isHeld) totals.held += 1;
    if (row.status === "erased") totals.erased += 1;
    const day = dayIn(zone, receivedAt);
    const { service, country } = fields;
    // The page that led to the form says more than the form's own.
    const page = attribution.last?.page ?? sentFrom;
    const values = { day, page, service, country, language: locale, form, source: leadSource(attribution) };
    for (const [kind, byValue] of counts) add(byValue, values[kind] ?? "-", isHeld);
  }

  const waits = await waitsIn({ since, before }, { db });
  return {
    ...totals,
    undelivered: await undeliveredIn({ since, before }, { db }),
    inbox:
      waits.length > 0 ? { leads: waits.length, p50: percentile(waits, 0.5), p95: percentile(waits, 0.95) } : undefined,
    answer: await firstAnswers(db, { of: "created_at", since, before }),
    by: Object.fromEntries(Array.from(counts, ([kind, byValue]) => [kind, sorted(kind, byValue)])) as LeadStats["by"],
  };
}

function add(counts: Map<string, LeadCount>, value: string, isHeld: boolean) {
  const count = counts.get(value) ?? { value, leads: 0, held: 0 };
  count.leads += 1;
  if (isHeld) count.held += 1;
  counts.set(value, count);
}

/** For each lead that was mailed, how long it took; the shortest first. */
async function waitsIn({ since, before }: Required<Period>, { db }: Pick<LeadStore, "db">): Promise<number[]> {
  const sent = await db
    .selectFrom("outbox")
    .innerJoin("lead", "lead.id", "outbox.lead_id")
    .select(({ fn }) => ["created_at", fn.min("sent_at").as("sent_at")])
    .where("created_at", ">=", since)
    .where("created_at", "<", before)
    .where("amends", "is", null)
    .where("status", "!=", "proof")
    .where("kind", "=", "notify")
    .where("state", "=", "sent")
    .groupBy(["lead.id", "created_at"])
    .$narrowType<{ sent_at: string }>()
    .execute();
  return sent.map(({ created_at, sent_at }) => Date.parse(sent_at) - Date.parse(created_at)).sort((a, b) => a - b);
}

async function undeliveredIn({ since, before }: Required<Period>, { db }: Pick<LeadStore, "db">): Promise<number> {
  const { count } = await db
    .selectFrom("lead")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("created_at", ">=", since)
    .where("created_at", "<", before)
    .where("status", "!=", "proof")
    .where("id", "in", undeliveredLeads(db))
    .executeTakeFirstOrThrow();
  return count;
}

/** By nearest rank. */
function percentile(sortedValues: number[], part: number): number {
  return sortedValues[Math.ceil(sortedValues.length * part) - 1] ?? 0;
}

function sorted(kind: keyof LeadStats["by"], counts: Map<string, LeadCount>): LeadCount[] {
  const byName = (a: LeadCount, b: LeadCount) => (a.value < b.value ? -1 : 1);
  return [...counts.values()].sort((a, b) => (kind === "day" ? 0 : b.leads - a.leads) || byName(a, b));
}
