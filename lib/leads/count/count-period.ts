import { setImmediate as turn } from "node:timers/promises";
import type { SelectQueryBuilder } from "kysely";
import { firstAnswers } from "#lib/leads/decide/first-answers.ts";
import { isAnswer } from "#lib/leads/decide/is-answer.ts";
import { formsForOthers } from "#lib/leads/form/is-for-sales.ts";
import { countOf } from "#lib/leads/store/count-of.ts";
import { isNoAmendment } from "#lib/leads/store/is-no-amendment.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { type CountedBy, countedBy, type LeadCount, leadCounts } from "./lead-counts.ts";

/** From the first moment that counts to the first that counts no more. */
export type Period = { since: string; before: string };

/** What is counted of a period, so that two that follow each other can be put together. */
export type PeriodCounts = {
  leads: number;
  held: number;
  erased: number;
  amendments: number;
  /** What somebody called spam is no lead. */
  spam: number;
  /** Nor is an application for an opening: no other figure here has one. */
  applications: number;
  /** Leads that wait for somebody to say “mine” or “answered”. */
  unanswered: number;
  /** Milliseconds from the form to the first mail server that took the notice, of each lead that was mailed. */
  inbox: number[];
  /** And to the first “mine” or “answered”, of each of which somebody said that. */
  answer: number[];
  by: Record<CountedBy, LeadCount[]>;
};

/** Reads every lead of the period. Also those count that were erased; what amends a lead, what is spam, and applications apart. */
export async function countPeriod(store: LeadStore, zone: string, { since, before }: Period): Promise<PeriodCounts> {
  const { db } = store;
  const all = leadsOf(store, { since, before });
  const received = all.where("form", "not in", formsForOthers);
  const applications = all.where("form", "in", formsForOthers).where(isNoAmendment).where("status", "!=", "spam");
  const leads = received.where(isNoAmendment).where("status", "!=", "spam");
  const by: [CountedBy, LeadCount[]][] = [];
  for (const kind of countedBy) by.push([kind, await inTurn(() => leadCounts(kind, leads, { store, zone }))]);
  return {
    ...(await inTurn(() => totalsOf(received))),
    applications: await inTurn(() => countOf(applications)),
    unanswered: await inTurn(() => countOf(unanswered(leads))),
    inbox: await inTurn(() => waitsOf(leads)),
    answer: await inTurn(() => firstAnswers(db, { of: "created_at", since, before })),
    by: Object.fromEntries(by) as PeriodCounts["by"],
  };
}

type Leads = SelectQueryBuilder<LeadDatabase, "lead", object>;

/** What visitors sent in it. */
export function leadsOf({ db }: LeadStore, { since, before }: Period): Leads {
  return db
    .selectFrom("lead")
    .where("created_at", ">=", since)
    .where("created_at", "<", before)
    .where("status", "!=", "proof");
}

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
async function waitsOf(leads: Leads): Promise<number[]> {
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
  return rows.flatMap(({ created_at, sent_at }) => (sent_at ? [Date.parse(sent_at) - Date.parse(created_at)] : []));
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
