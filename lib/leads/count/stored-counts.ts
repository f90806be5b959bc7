import { laterMonth } from "#lib/leads/later-month.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { hasColumn } from "#lib/leads/store/has-column.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { dayIn, startIn } from "#lib/leads/zoned-time.ts";
import { countPeriod, type Period, type PeriodCounts } from "./count-period.ts";

/** The days of a month on which a part of it begins. To count a whole month of a site that has a million leads takes 0.4 s. */
const partStarts = ["01", "11", "21"];
const monthDigits = "2026-11".length;

/** Whoever was storing a lead of it when it was noted has ended since: what is changed from then on is seen by the store's triggers. */
const restMs = 60_000;
const notedAtOnce = 50;

/**
 * What was written down of the parts of months that lie in a period, the first first. A part of which something has changed since is not
 * among them: the store's triggers forget its counts, whoever changes it.
 */
export async function storedCounts(
  { db }: LeadStore,
  zone: string,
  { since, before }: Period,
): Promise<(Period & { counts: PeriodCounts })[]> {
  // The site makes it when it starts, and a command may be of a release that has not started yet.
  if (!(await hasColumn(db, "counted_part", "counts"))) return [];
  const parts = await db
    .selectFrom("counted_part")
    .select(["since", "before", "counts"])
    .where("zone", "=", zone)
    .where("since", ">=", since)
    .where("before", "<=", before)
    .where("counts", "is not", null)
    .orderBy("since")
    .$narrowType<{ counts: string }>()
    .execute();
  return parts.map((part) => ({ ...part, counts: JSON.parse(part.counts) }));
}

/** Writes down what is counted of one part of a month that is over, if there is one of which it is not known. */
export async function storeCounts({
  store,
  teamTimeZone: zone,
  now,
}: Pick<LeadDesk, "store" | "teamTimeZone" | "now">) {
  await noteParts({ store, teamTimeZone: zone, now });
  const [part] = await store.db
    .selectFrom("counted_part")
    .selectAll()
    .where("zone", "=", zone)
    .where("counts", "is", null)
    .where("noted_at", "<=", new Date(now().getTime() - restMs).toISOString())
    .orderBy("since", "desc")
    .limit(1)
    .execute();
  if (!part) return;
  const counts = JSON.stringify(await countPeriod(store, zone, part));
  await store.db
    .updateTable("counted_part")
    .set({ counts })
    .where("zone", "=", zone)
    .where("since", "=", part.since)
    // Nothing of it has changed since it was read.
    .where("changes", "=", part.changes)
    .execute();
}

/** Notes the parts that are over, from the first lead on, in the team's time zone of now. */
async function noteParts({ store: { db }, teamTimeZone: zone, now }: Pick<LeadDesk, "store" | "teamTimeZone" | "now">) {
  const at = now().toISOString();
  const last = await db
    .selectFrom("counted_part")
    .select("before")
    .where("zone", "=", zone)
    .orderBy("since", "desc")
    .limit(1)
    .executeTakeFirst();
  const from = last?.before ?? (await startOfFirst(db, zone));
  if (from === undefined) return;
  const parts = [];
  for (
    let part = partFrom(zone, from);
    part.before <= at && parts.length < notedAtOnce;
    part = partFrom(zone, part.before)
  )
    parts.push({ ...part, zone, noted_at: at });
  if (parts.length === 0) return;
  await db.deleteFrom("counted_part").where("zone", "!=", zone).execute();
  await db
    .insertInto("counted_part")
    .values(parts)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** When the part of a month began in which the first lead came. */
async function startOfFirst(db: LeadStore["db"], zone: string): Promise<string | undefined> {
  const { first } = await db
    .selectFrom("lead")
    .select(({ fn }) => fn.min<string | null>("created_at").as("first"))
    .executeTakeFirstOrThrow();
  if (first === null) return undefined;
  const day = dayIn(zone, first);
  const start = partStarts.findLast((each) => each <= day.slice(monthDigits + 1)) ?? "01";
  return startIn(zone, `${day.slice(0, monthDigits)}-${start}`);
}

/** The part that begins at a moment at which one does. */
function partFrom(zone: string, since: string): Period {
  const day = dayIn(zone, since);
  const month = day.slice(0, monthDigits);
  const next = partStarts.find((each) => each > day.slice(monthDigits + 1));
  return { since, before: startIn(zone, next ? `${month}-${next}` : `${laterMonth(month, 1)}-01`) };
}
