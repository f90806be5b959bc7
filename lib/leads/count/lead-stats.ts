import { setImmediate as turn } from "node:timers/promises";
import type { SelectQueryBuilder } from "kysely";
import { type FirstAnswers, firstAnswers } from "#lib/leads/decide/first-answers.ts";
import { isAnswer } from "#lib/leads/decide/is-answer.ts";
import { formsForOthers } from "#lib/leads/form/is-for-sales.ts";
import { undeliveredLeads } from "#lib/leads/outbox/undelivered-leads.ts";
import { countOf } from "#lib/leads/store/count-of.ts";
import { isNoAmendment } from "#lib/leads/store/is-no-amendment.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { type CountedBy, countedBy, type LeadCount, leadCounts } from "./lead-counts.ts";

export type LeadStats = {
  leads: number;
  held: number;
  erased: number;
  amendments: number;
  /** What somebody called spam is no lead. */
  spam: number;
  /** Nor is an application for an opening: no other figure here has any. */
  applications: number;
  /** Leads and amendments that `list --undelivered` shows. */
  undelivered: number;
  /** Leads that wait for somebody to say “mine” or “answered”. */
  unanswered: number;
  /** Milliseconds from the form to the first mail server that took the notice; of leads that were mailed. */
  inbox: { leads: number; p50: number; p95: number; slowest: number } | undefined;
  /** Of those that somebody said “mine” or “answered” of. */
  answer: FirstAnswers | undefined;
  by: Record<CountedBy, LeadCount[]>;
};

/** From the first moment that counts to the first that counts no more. */
type Period = { since?: string; before?: string };

/** After every time in ISO 8601. */
const lastOfTimes = "9999";

/** Counts leads, also those that were erased. What amends a lead, what is spam, and applications are counted apart. */
export async function leadStats(
  store: LeadStore,
  zone: string,
  { since = "", before = lastOfTimes }: Period = {},
): Promise<LeadStats> {
  const { db } = store;
  const all = db
    .selectFrom("lead")
    .where("created_at", ">=", since)
    .where("created_at", "<", before)
    .where("status", "!=", "proof");
  const received = all.where("form", "not in", formsForOthers);
  const applications = all.where("form", "in", formsForOthers).where(isNoAmendment).where("status", "!=", "spam");
  const leads = received.where(isNoAmendment).where("status", "!=", "spam");
  const by: [CountedBy, LeadCount[]][] = [];
  for (const kind of countedBy) by.push([kind, await inTurn(() => leadCounts(kind, leads, { store, zone }))]);
  return {
    ...(await inTurn(() => totalsOf(received))),
    applications: await inTurn(() => countOf(applications)),
    undelivered: await inTurn(() => countOf(received.where("id", "in", undeliveredLeads(db)))),
    unanswered: await inTurn(() => countOf(unanswered(leads))),
    inbox: await inTurn(() => waitsOf(leads)),
    answer: await inTurn(() => firstAnswers(db, { of: "created_at", since, before })),
    by: Object.fromEntries(by) as LeadStats["by"],
  };
}

type Leads = SelectQueryBuilder<LeadDatabase, "lead", object>;

/** SQLite answers at once, and of 14,000 leads each answer takes 30 to 150 ms of two busy cores: anyone who asks for a page waits for one of them. */
async function inTurn<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  await turn();
  return ask();
}

function totalsOf(received: Leads) {
  return received
    .select(({ fn }) => {
      const own = fn.countAll<number>().filterWhere(isNoAmendment);
      return [
        own.filterWhere("status", "!=", "spam").as("leads"),
        own.filterWhere("status", "=", "quarantined").as("held"),
        own.filterWhere("status", "=", "erased").as("erased"),
        own.filterWhere("status", "=", "spam").as("spam"),
        fn.countAll<number>().filterWhere("amends", "is not", null).as("amendments"),
      ];
    })
    .executeTakeFirstOrThrow();
}

/** Of each lead that was mailed, how long it took. */
async function waitsOf(leads: Leads): Promise<LeadStats["inbox"]> {
  const rows = await leads
    .select("created_at")
    .select(({ selectFrom }) =>
      selectFrom("outbox")
        .select(({ fn }) => fn.min("sent_at").as("sent_at"))
        .whereRef("lead_id", "=", "lead.id")
        .where("kind", "=", "notify")
        .as("sent_at"),
    )
    .execute();
  const waits = rows
    .flatMap(({ created_at, sent_at }) => (sent_at ? [Date.parse(sent_at) - Date.parse(created_at)] : []))
    .sort((a, b) => a - b);
  const slowest = waits.at(-1);
  if (slowest === undefined) return undefined;
  return { leads: waits.length, p50: percentile(waits, 0.5), p95: percentile(waits, 0.95), slowest };
}

/** By nearest rank. */
function percentile(sortedValues: number[], part: number): number {
  return sortedValues[Math.ceil(sortedValues.length * part) - 1] ?? 0;
}

/** What is held is to be decided first, and who signs up for the newsletter asks nothing. */
function unanswered(leads: Leads): Leads {
  return leads
    .where("status", "not in", ["quarantined", "erased"])
    .where("form", "!=", "newsletter")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom("history").select("history.id").whereRef("history.lead_id", "=", "lead.id").where(isAnswer)),
      ),
    );
}
