import { lastDue } from "#lib/leads/last-due.ts";
import { laterMonth } from "#lib/leads/later-month.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { dayIn, startIn } from "#lib/leads/zoned-time.ts";
import { hasLeadBefore } from "./has-lead-before.ts";
import { reportHour } from "./queue-digest.ts";
import { queueOnce } from "./queue-once.ts";

/** On the first of a month, or when a worker next looks, REPORT_TO gets the figures of the month before. */
export async function queueReport(desk: Pick<LeadDesk, "store" | "reportTo" | "teamTimeZone" | "now">): Promise<void> {
  const { store, reportTo: recipients, teamTimeZone: zone, now } = desk;
  if (recipients.length === 0) return;
  const due = lastDue(now(), reportHour, zone).toISOString();
  const thisMonth = dayIn(zone, due).slice(0, "2026-11".length);
  const month = laterMonth(thisMonth, -1);
  const hasSeen = () => hasLeadBefore(startIn(zone, `${thisMonth}-01`), store);
  const compose = async () => ((await hasSeen()) ? { month } : undefined);
  await queueOnce({ kind: "report", about: month, recipients, compose }, desk);
}
