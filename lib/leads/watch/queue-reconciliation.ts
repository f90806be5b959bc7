import { reconciliation as text } from "#content/en/mail.ts";
import { fill } from "#lib/i18n/fill.ts";
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
  const count = (fate: Fate) => fates.filter((each) => each === fate).length;
  const line = (fate: Fate) => fill(text[fate], { count: `${count(fate)}` });
  const rare = (["erased", "unaccounted"] as const).filter((fate) => count(fate) > 0);
  return {
    subject: fill(text.subject, { stored: `${fates.length}`, delivered: `${count("delivered")}` }),
    text: [
      fill(text.period, { from: minuteAndPlace(zone, period.from), to: minuteAndPlace(zone, period.to) }),
      [
        fill(text.stored, { count: `${fates.length}` }),
        ...(["delivered", "waiting", "held", "dead"] as const).map(line),
        ...rare.map(line),
        ...(await answersIn(period, store)),
      ].join("\n"),
      ...(await proofOf(period, store)),
    ].join("\n\n"),
  };
}

async function answersIn({ from, to }: Period, { db }: Pick<LeadStore, "db">): Promise<string[]> {
  const given = await firstAnswers(db, { of: "answered_at", since: from, before: to });
  if (!given) return [];
  const [median, slowest] = [durationInWords(given.median), durationInWords(given.slowest)];
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
