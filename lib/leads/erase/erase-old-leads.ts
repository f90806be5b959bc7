import { setImmediate as turn } from "node:timers/promises";
import type { Kysely } from "kysely";
import { alarm } from "#content/en/mail.ts";
import { fill } from "#lib/i18n/fill.ts";
import type { DeliveryDesk } from "#lib/leads/delivery/deliver-message.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import { minuteOf } from "#lib/leads/iso-time.ts";
import { isOnList } from "#lib/leads/newsletter/is-on-list.ts";
import { undeliveredLeads } from "#lib/leads/outbox/undelivered-leads.ts";
import { countOf } from "#lib/leads/store/count-of.ts";
import { type LeadDatabase, leadStatuses } from "#lib/leads/store/lead-database.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { forgetSighting, writeSighting } from "#lib/leads/store/sightings.ts";
import { eraseLeads } from "./erase-leads.ts";
import { wipeErased, wipeNote } from "./wipe-erased.ts";

type RetentionDesk = Pick<DeliveryDesk, "store" | "now" | "retentionDays" | "report">;

const dayMs = 24 * 60 * 60_000;
/** A visitor who writes meanwhile waits for so many at most. */
const atOnce = 200;
/** By name, since of each status the oldest are found at once; of a site that is old most are erased. */
const erasable = leadStatuses.filter((status) => status !== "erased");
/** So few may be all that there are. */
const handful = 10;

/**
 * Erases leads that are older than RETENTION_DAYS, also those that are held. One that is still to reach the team stays
 * until it did or was given up, which raised an alarm. So does each sign-up of whoever is on the newsletter's list, until
 * they leave it: it has their consent, and their links to leave. Nothing is erased, and an alarm says why, while the clock
 * is not to be believed or most would go: a clock that is ahead makes every lead old.
 */
export async function eraseOldLeads(desk: RetentionDesk): Promise<void> {
  const { store, now, retentionDays, report } = desk;
  const doubt = retentionDays === undefined ? undefined : await doubtAbout(retentionDays, desk);
  if (doubt) {
    report("leads older than RETENTION_DAYS not erased", doubt.reason);
    await writeSighting(store.db, "retention-refused", now().toISOString(), doubt);
  } else await eraseUnwiped(desk);
  // Not thrown: old leads are erased, and the note of what is left to do brings it back in an hour.
  await wipeIfDue(store).catch((cause) => report("what was erased still stands in the files", errorCode(cause)));
}

/** The same without a doubt: somebody has looked at the clock. */
export async function eraseOldLeadsUnasked(desk: RetentionDesk): Promise<void> {
  await eraseUnwiped(desk);
  await wipeIfDue(desk.store);
}

/** Also of what was erased before: a reader, or the end of a process, may have kept it in the files. */
async function wipeIfDue(store: LeadStore): Promise<void> {
  if (await wipeNote.read(store.db)) await wipeErased(store);
}

async function eraseUnwiped({ store, now, retentionDays, report }: RetentionDesk): Promise<void> {
  const at = now().toISOString();
  await forgetSighting(store.db, "retention-refused");
  await writeSighting(store.db, clock, at);
  if (retentionDays === undefined) return;

  let erased = 0;
  for (;;) {
    const count = await eraseLeads(store, { at, who: "RETENTION_DAYS" }, (tx) =>
      oldLeads(tx, retentionDays, now()).selectAll().limit(atOnce).execute(),
    );
    erased += count;
    if (count < atOnce) break;
    await turn();
  }
  if (erased > 0) report("leads older than RETENTION_DAYS erased", erased);
}

/** How many are old by the clock, of all that there are. */
export async function countOldLeads({ store: { db }, now }: Pick<RetentionDesk, "store" | "now">, days: number) {
  const [old, all] = await Promise.all([countOf(oldLeads(db, days, now())), countOf(allLeads(db))]);
  return { old, all };
}

function oldLeads(db: Kysely<LeadDatabase>, days: number, now: Date) {
  return allLeads(db)
    .where("created_at", "<", new Date(now.getTime() - days * dayMs).toISOString())
    .where("id", "not in", undeliveredLeads(db).where("state", "!=", "dead"))
    .where((eb) => eb.or([eb("form", "!=", "newsletter"), eb.not(isOnList(eb))]));
}

function allLeads(db: Kysely<LeadDatabase>) {
  return db.selectFrom("lead").where("status", "in", erasable);
}

/** Note of when the clock was last believed. */
const clock = "clock";

/**
 * The clock went on since it was believed last: a pass comes every hour. By a quarter of RETENTION_DAYS and more, it was
 * set, or the site was off; by less, nothing is erased that is not three quarters as old as it should be.
 */
async function doubtAbout(days: number, { store, now }: RetentionDesk) {
  const old = await countOf(oldLeads(store.db, days, now()));
  if (old === 0) return undefined;
  const last = await lastTime(store.db);
  const aheadMs = now().getTime() - Date.parse(last);
  const isAhead = aheadMs > (days * dayMs) / 4;
  // To count all takes a tenth of a second of a million.
  if (!isAhead && old <= handful) return undefined;
  const all = await countOf(allLeads(store.db));
  const about = { now: `${minuteOf(now().toISOString())} UTC`, old: `${old}`, all: `${all}`, days: `${days}` };
  if (isAhead) {
    // What is written from now on has the time of this clock.
    await writeSighting(store.db, clock, last);
    const gap = Math.round(aheadMs / dayMs);
    return { ...about, reason: fill(alarm.retention.reasons.clock, { gap, last: `${minuteOf(last)} UTC` }) };
  }
  return old * 2 > all ? { ...about, reason: alarm.retention.reasons.most } : undefined;
}

/** When the clock was last believed; before the first pass, when the newest lead came or a mail was last tried. */
async function lastTime(db: Kysely<LeadDatabase>): Promise<string> {
  const noted = await db.selectFrom("sighting").select("at").where("topic", "=", clock).executeTakeFirst();
  if (noted) return noted.at;
  const [{ came }, { tried }] = await Promise.all([
    db
      .selectFrom("lead")
      .select(({ fn }) => fn.max("created_at").as("came"))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom("attempt")
      .select(({ fn }) => fn.max("at").as("tried"))
      .executeTakeFirstOrThrow(),
  ]);
  return (
    [came, tried]
      .filter((at) => at !== null)
      .sort()
      .at(-1) ?? ""
  );
}
