import { reconciliation as text } from "#content/en/mail.ts";
import { fill } from "#lib/i18n/fill.ts";
import { rankWaits } from "#lib/leads/count/rank-waits.ts";
import { firstAnswers } from "#lib/leads/decide/first-answers.ts";
import { durationInWords } from "#lib/leads/duration-in-words.ts";
import { lastDue } from "#lib/leads/last-due.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import { dayIn, minuteAndPlace } from "#lib/leads/zoned-time.ts";
import { hasLeadBefore } from "./has-lead-before.ts";
import { reportHour } from "./queue-digest.ts";
import { queueOnce } from "./queue-once.ts";

type Fate = "delivered" | "waiting" | "held" | "dead" | "erased" | "unaccounted";
type Period = { from: string; to: string };
/** How many an account says were stored, by its period, as in `from/to`. Those of earlier releases do not keep it. */
type Told = Record<string, number>;

/** What was away for longer than this, and is stored then, is in no account. */
const lateForMs = 7 * 24 * 60 * 60_000;

/** Writes down once a day what became of the leads of the day before. */
export async function queueReconciliation(
  desk: Pick<LeadDesk, "store" | "leadsTo" | "alarmTo" | "dailyProof" | "teamTimeZone" | "now">,
): Promise<void> {
  const { store, teamTimeZone, now } = desk;
  const recipients = desk.alarmTo.length > 0 ? desk.alarmTo : desk.leadsTo;
  if (!desk.dailyProof || recipients.length === 0) return;
  const to = lastDue(now(), reportHour, teamTimeZone);
  const about = dayIn(teamTimeZone, to.toISOString());
  await queueOnce({ kind: "reconciliation", about, recipients, compose }, desk);

  async function compose() {
    if (!(await hasLeadBefore(to.toISOString(), store))) return undefined;
    const from = lastDue(new Date(to.getTime() - 1), reportHour, teamTimeZone);
    return account({ from: from.toISOString(), to: to.toISOString() }, teamTimeZone, store);
  }
}

async function account(period: Period, zone: string, store: Pick<LeadStore, "db">) {
  const fates = await fatesOf(period, store);
  const late = await lateBefore(period, zone, store);
  const stored: Told = { ...late.told, [`${period.from}/${period.to}`]: fates.length };
  return {
    subject: fill(text.subject, { stored: `${fates.length}`, delivered: `${countOf("delivered", fates)}` }),
    text: [
      fill(text.period, periodInWords(period, zone)),
      [...linesOf(fates), ...(await answersIn(period, store))].join("\n"),
      ...late.blocks,
      ...(await proofOf(period, store)),
    ].join("\n\n"),
    stored,
  };
}

function linesOf(fates: Fate[]): string[] {
  const line = (fate: Fate) => fill(text[fate], { count: `${countOf(fate, fates)}` });
  const rare = (["erased", "unaccounted"] as const).filter((fate) => countOf(fate, fates) > 0);
  return [
    fill(text.stored, { count: `${fates.length}` }),
    ...(["delivered", "waiting", "held", "dead"] as const).map(line),
    ...rare.map(line),
  ];
}

function countOf(fate: Fate, fates: Fate[]): number {
  return fates.filter((each) => each === fate).length;
}

function periodInWords({ from, to }: Period, zone: string) {
  return { from: minuteAndPlace(zone, from), to: minuteAndPlace(zone, to) };
}

/** What came on a day before and was stored after its account: it waited in the spool, and has the time at which it came. */
async function lateBefore({ to }: Period, zone: string, store: Pick<LeadStore, "db">) {
  const since = new Date(Date.parse(to) - lateForMs).toISOString();
  const told: Told = {};
  const blocks: string[] = [];
  for (const [name, before] of Object.entries(await toldSince(since, to, store))) {
    const [from = "", end = ""] = name.split("/");
    if (end < since) continue;
    const period = { from, to: end };
    const fates = await fatesOf(period, store);
    if (fates.length <= before) continue;
    told[name] = fates.length;
    const count = `${fates.length - before}`;
    blocks.push([fill(text.late, { ...periodInWords(period, zone), count }), ...linesOf(fates)].join("\n"));
  }
  return { told, blocks };
}

/** What the accounts of the days before say: of one day, the last that speaks of it. */
async function toldSince(since: string, to: string, { db }: Pick<LeadStore, "db">): Promise<Told> {
  const accounts = await db
    .selectFrom("outbox")
    .select("content")
    .where("lead_id", "is", null)
    .where("kind", "=", "reconciliation")
    .where("queued_at", ">=", since)
    .where("queued_at", "<", to)
    .orderBy("queued_at")
    .execute();
  const told = accounts.flatMap(({ content }) => Object.entries<number>(JSON.parse(content ?? "{}").stored ?? {}));
  return Object.fromEntries(told);
}

async function answersIn({ from, to }: Period, { db }: Pick<LeadStore, "db">): Promise<string[]> {
  const given = rankWaits(await firstAnswers(db, { of: "answered_at", since: from, before: to }));
  if (!given) return [];
  const [median, slowest] = [durationInWords(given.p50), durationInWords(given.slowest)];
  return [fill(text.answered, { count: given.leads, median, slowest })];
}

/** Of each lead that was stored, what has become of it by now: one fate each, so that they add up. */
async function fatesOf({ from, to }: Period, { db }: Pick<LeadStore, "db">): Promise<Fate[]> {
  const rows = await db
    .selectFrom("lead")
    .leftJoin("outbox", (join) => join.onRef("outbox.lead_id", "=", "lead.id").on("outbox.kind", "=", "notify"))
    .select(["lead.id", "status", "state"])
    .where("status", "!=", "proof")
    .where("created_at", ">=", from)
    .where("created_at", "<", to)
    .execute();
  return Array.from(Map.groupBy(rows, ({ id }) => id).values(), (messages) => {
    const has = (...states: (typeof messages)[number]["state"][]) =>
      messages.some(({ state }) => states.includes(state));
    const status = messages[0]?.status;
    if (has("sent")) return "delivered";
    if (has("pending", "leased")) return "waiting";
    if (has("dead")) return "dead";
    if (status === "erased") return "erased";
    if (status === "quarantined" || status === "spam") return "held";
    // Somebody dismissed it.
    return has("cancelled") ? "dead" : "unaccounted";
  });
}

/** Nothing of the days before there was any: DAILY_PROOF was just set. */
async function proofOf({ from, to }: Period, { db }: Pick<LeadStore, "db">): Promise<string[]> {
  const proofs = db.selectFrom("lead").where("status", "=", "proof").where("created_at", "<", to);
  if (!(await proofs.select("id").executeTakeFirst())) return [];
  const sent = await proofs
    .innerJoin("outbox", "outbox.lead_id", "lead.id")
    .select("outbox.id")
    .where("created_at", ">=", from)
    .where("kind", "=", "notify")
    .where("state", "=", "sent")
    .executeTakeFirst();
  return [sent ? text.proof.arrived : text.proof.missing];
}
