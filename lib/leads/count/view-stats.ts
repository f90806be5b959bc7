import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import { locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { formNames } from "#lib/leads/form/form-name.ts";
import { isForSales } from "#lib/leads/form/is-for-sales.ts";
import { hasColumn } from "#lib/leads/store/has-column.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { dayIn } from "#lib/leads/zoned-time.ts";
import type { LeadCount } from "./lead-counts.ts";
import type { LeadStats } from "./lead-stats.ts";

/** `ahead`: fetched before anybody clicked, and not among the views. */
export type ViewCount = { value: string; views: number; ahead: number };

/** How often it was looked at, how often a form was opened from there, and how many were sent. */
export type Funnel = ViewCount & { opened: number; openedAhead: number; sent: number };

export type ViewStats = Record<"page" | "campaign", Funnel[]> & Record<"source" | "language" | "day", ViewCount[]>;

type Asked = {
  zone: string;
  /** From the first moment that counts to the first that counts no more: both begin a day. */
  since?: string;
  before?: string;
  /** The leads of that time. */
  leads: Pick<LeadStats["by"], "page" | "campaign">;
};

/** After every day. */
const lastOfDays = "9999";
const formPages = locales.flatMap((locale) => formNames.filter(isForSales).map((form) => paths[form](locale)));
/** A lead counts for the page that led to its form as well, which says more than the form's own. */
const ledFrom = sql<string>`CASE opened_from WHEN '' THEN path ELSE opened_from END`;

export async function viewStats({ db }: LeadStore, { zone, since, before, leads }: Asked): Promise<ViewStats> {
  // The site makes it when it starts, and the command may be of a release that has not started yet.
  if (!(await hasColumn(db, "view_count", "day"))) return { page: [], campaign: [], source: [], language: [], day: [] };

  const views = db
    .selectFrom("view_count")
    .where("day", ">=", since === undefined ? "" : dayIn(zone, since))
    .where("day", "<", before === undefined ? lastOfDays : dayIn(zone, before));
  const opened = views.where("path", "in", formPages);
  const [path, campaign, day] = [sql.ref<string>("path"), sql.ref<string>("campaign"), sql.ref<string>("day")];
  return {
    page: funnels(await countsBy(path, views), await countsBy(ledFrom, opened), leads.page),
    campaign: funnels(await countsBy(campaign, views), await countsBy(campaign, opened), leads.campaign),
    source: mostFirst(await countsBy(sql.ref("source"), views)),
    language: mostFirst(await countsBy(sql.ref("locale"), views)),
    day: (await countsBy(day, views)).sort(byName),
  };
}

type Views = SelectQueryBuilder<LeadDatabase, "view_count", object>;

async function countsBy(what: RawBuilder<string>, views: Views): Promise<ViewCount[]> {
  const rows = await views
    .select(({ fn }) => [what.as("value"), fn.sum<number>("views").as("views"), fn.sum<number>("ahead").as("ahead")])
    .groupBy(what)
    .execute();
  return rows.map((row) => ({ ...row, value: row.value || "-" }));
}

function funnels(views: ViewCount[], opened: ViewCount[], leads: LeadCount[]): Funnel[] {
  const found = new Map<string, Funnel>();
  const at = (value: string) => {
    const funnel = found.get(value) ?? { value, views: 0, ahead: 0, opened: 0, openedAhead: 0, sent: 0 };
    found.set(value, funnel);
    return funnel;
  };
  for (const { value, views: seen, ahead } of views) Object.assign(at(value), { views: seen, ahead });
  for (const { value, views, ahead } of opened) Object.assign(at(value), { opened: views, openedAhead: ahead });
  for (const { value, leads: sent } of leads) Object.assign(at(value), { sent });
  return mostFirst([...found.values()]);
}

function mostFirst<Count extends ViewCount>(counts: Count[]): Count[] {
  return counts.sort((a, b) => b.views - a.views || b.ahead - a.ahead || byName(a, b));
}

function byName(a: ViewCount, b: ViewCount): number {
  return a.value < b.value ? -1 : 1;
}
