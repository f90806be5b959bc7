import type { Transaction } from "kysely";
import { alarm as text } from "#content/en/mail.ts";
import { fill } from "#lib/i18n/fill.ts";
import { aheadOf } from "#lib/leads/ahead-of.ts";
import { channels, kindsThat } from "#lib/leads/channels.ts";
import { floodedForms } from "#lib/leads/intake/sending-rates.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { finalClasses } from "#lib/leads/outbox/final-classes.ts";
import { isRefused } from "#lib/leads/outbox/is-refused.ts";
import { outboxRow } from "#lib/leads/outbox/outbox-row.ts";
import { refusedReceipts } from "#lib/leads/outbox/refused-receipts.ts";
import { countRestored } from "#lib/leads/outbox/restored-mail.ts";
import { decisionsUntaken, untakenDecisions } from "#lib/leads/outbox/untaken-decisions.ts";
import { couldBePerson } from "#lib/leads/spam/spam-score.ts";
import { isHeld } from "#lib/leads/store/is-held.ts";
import type { LeadDatabase, OutboxTable } from "#lib/leads/store/lead-database.ts";
import { type SightedTrouble, storedSightings } from "#lib/leads/store/sightings.ts";
import { notListed } from "#lib/leads/webhook-target.ts";
import { minuteAndPlace } from "#lib/leads/zoned-time.ts";
import { proofDue } from "./daily-proof.ts";
import { delayedCollections } from "./delayed-collections.ts";
import { delayedOutside } from "./delayed-outside.ts";
import { isReached } from "./is-reached.ts";

export type Alarm = {
  topic: string;
  subject: string;
  text: string;
  /** With another one it is told anew, while its topic has never been over. */
  occasion?: string;
  /** Why no mail gets out. The mail with this text does not, either. */
  reason?: string;
};

type AlarmDesk = Pick<LeadDesk, "store" | "alarmTo" | "rateLimit" | "dailyProof" | "teamTimeZone" | "now" | "report">;

type Clocked = Pick<AlarmDesk, "store" | "teamTimeZone" | "now">;

/** A held lead that nobody decided about for so long does. */
const undecidedAfterMs = 24 * 60 * 60_000;
/** That nobody can be told by mail is said for so long. */
const unreadForMs = 7 * 24 * 60 * 60_000;

/** What is wrong now. Read from the store, so every process and the health check see the same. */
export async function currentAlarms(
  desk: Pick<AlarmDesk, "store" | "rateLimit" | "dailyProof" | "teamTimeZone" | "now">,
): Promise<Alarm[]> {
  return [
    ...(await deliveryAlarms(desk)),
    ...(await refusedAlarms(desk)),
    ...(await receiptAlarms(desk)),
    ...(await restoredAlarms(desk)),
    ...(await unreadAlarms(desk)),
    ...(await heldAlarms(desk)),
    ...(await sightedAlarms(desk)),
    ...(desk.rateLimit ? await floodAlarms(desk) : []),
    ...(desk.dailyProof ? await proofAlarms(desk) : []),
  ];
}

/** Raised also while there is nothing to deliver: then the site that takes leads may be down. */
async function proofAlarms({ store: { db }, teamTimeZone, now }: Clocked): Promise<Alarm[]> {
  const due = proofDue(now(), teamTimeZone);
  const notices = await db
    .selectFrom("lead")
    .innerJoin("outbox", "outbox.lead_id", "lead.id")
    .select(["state", "created_at"])
    .where("status", "=", "proof")
    .where("created_at", ">=", due)
    .where("created_at", "<", aheadOf(now()))
    .where("kind", "=", "notify")
    .execute();
  const since = notices[0]?.created_at ?? due;
  const isMissing = notices.every(({ state }) => state !== "sent") && since <= delayedOutside(now()).before;
  return isMissing ? [alarm("proof-missing", text.proof, { since: minuteAndPlace(teamTimeZone, since) })] : [];
}

/**
 * Those that the digest names: of what it only counts there would always be some in a flood. Anyone who
 * releases a lead or calls it spam has decided.
 */
async function heldAlarms({ store: { db }, teamTimeZone, now }: Clocked): Promise<Alarm[]> {
  const held = db
    .selectFrom("lead")
    .where(isHeld)
    // Not as two times joined by "or", for each of which SQLite would take an index that does not hold the judgements.
    .where(({ eb, not, and }) =>
      not(
        and([
          eb("created_at", ">", new Date(now().getTime() - undecidedAfterMs).toISOString()),
          eb("created_at", "<", aheadOf(now())),
        ]),
      ),
    );
  // One row for each judgement: of a flood there are tens of thousands of leads, and a few judgements.
  const judged = await held
    .select(({ fn }) => [
      "spam_score",
      "spam_reasons",
      fn.countAll<number>().as("leads"),
      fn.min("created_at").as("since"),
    ])
    .groupBy(["spam_score", "spam_reasons"])
    .execute();
  const people = judged.filter(({ spam_score: score, spam_reasons }) =>
    couldBePerson({ score, reasons: JSON.parse(spam_reasons) }),
  );
  const since = people.map((each) => each.since).toSorted()[0];
  if (since === undefined) return [];
  const { ref } = await held.select("ref").where("created_at", "=", since).limit(1).executeTakeFirstOrThrow();
  const count = people.reduce((sum, { leads }) => sum + Number(leads), 0);
  return [alarm("held-undecided", text.held, { count: `${count}`, ref, since: minuteAndPlace(teamTimeZone, since) })];
}

async function sightedAlarms({ store, teamTimeZone, now }: Clocked): Promise<Alarm[]> {
  const sighted = await storedSightings(store.db, now());
  return sighted.map(({ topic, at, facts }) => {
    const { occasion } = facts;
    return {
      ...alarm(topic, sightedTexts[topic], { at: minuteAndPlace(teamTimeZone, at), ...facts }),
      ...(occasion !== undefined && { occasion }),
    };
  });
}

const sightedTexts: Record<SightedTrouble, typeof text.dead> = {
  "lead-refused": text.refused,
  "proxy-untrusted": text.proxy,
  "network-busy": text.network,
  "intake-troubled": text.troubled,
  "connections-full": text.full,
  "store-moved": text.moved,
  "disk-low": text.diskLow,
  "log-lost": text.logLost,
  "retention-refused": text.retention,
  "publication-blocked": text.blocked,
  "publication-late": text.late,
  "publication-failed": text.failed,
};

async function restoredAlarms({ store: { db } }: Pick<AlarmDesk, "store">): Promise<Alarm[]> {
  const count = await countRestored(db);
  return count > 0 ? [alarm("restored-mail", text.restored, { count: `${count}` })] : [];
}

/** Mails to the team that are about no lead: nobody can send them again, and what they say is soon old. */
async function unreadAlarms({ store: { db }, now }: Pick<AlarmDesk, "store" | "now">): Promise<Alarm[]> {
  const dead = await db
    .selectFrom("outbox")
    .select(["recipient", "last_reply"])
    .where("lead_id", "is", null)
    .where("kind", "in", kindsThat({ about: "site" }))
    .where(({ eb, or, and }) =>
      or([
        eb("state", "=", "dead"),
        and([eb("state", "in", ["pending", "leased"]), eb("last_class", "in", finalClasses)]),
      ]),
    )
    .where("queued_at", ">", new Date(now().getTime() - unreadForMs).toISOString())
    .where("queued_at", "<", aheadOf(now()))
    .orderBy("queued_at", "desc")
    .execute();
  return dead.slice(0, 1).map(({ recipient, last_reply }) => {
    return alarm("alarms-unread", text.unread, { count: `${dead.length}`, recipient, reply: last_reply ?? "" });
  });
}

async function floodAlarms({ store, now }: Pick<AlarmDesk, "store" | "now">): Promise<Alarm[]> {
  const flooded = await floodedForms(store.db, now());
  return flooded.map((form) => alarm(`flooded:${form}`, text.flooded, { form }));
}

async function deliveryAlarms({ store: { db }, teamTimeZone, now }: Clocked): Promise<Alarm[]> {
  const found = await db
    .selectFrom("outbox")
    .leftJoin("lead", "lead.id", "outbox.lead_id")
    .select(["lead.ref", "status", "kind", "recipient", "state", "queued_at", "last_class", "last_reply"])
    .where("kind", "in", kindsThat({ brings: "lead" }))
    .where("state", "in", ["pending", "leased", "dead"])
    .orderBy("queued_at")
    .execute();
  // What is likely spam may be refused for its text: the digest names it each morning.
  const rows = found.filter((row) => row.status !== "quarantined" || row.last_class !== "content");
  // Whoever took a program off the list knows that it is told no more.
  const decisions = (await untakenDecisions(db)).filter(({ last_reply }) => last_reply !== notListed);
  const { http: untaken = [], mail: waiting = [] } = Object.groupBy(
    [...rows, ...decisions].filter(({ state }) => state !== "dead"),
    ({ kind }) => channels[kind].by,
  );
  // Any mail may be the one that was refused, and keeps all others back.
  const refused = await db
    .selectFrom("outbox")
    .select("last_reply")
    .where("kind", "in", kindsThat({ by: "mail" }))
    .where("state", "in", ["pending", "leased"])
    .where("last_class", "=", "configuration")
    // What a restored copy holds is not tried.
    .where("restored", "=", 0)
    .limit(1)
    .execute();
  const { before, ahead } = delayedOutside(now());
  const isLate = ({ queued_at }: Pick<OutboxTable, "queued_at">) => queued_at <= before || queued_at >= ahead;
  const delayed = [...waiting.filter(isLate), ...(await delayedCollections(db, now()))];
  const delayedPrograms = untaken.filter(isLate);
  const { http = [], mail = [] } = Object.groupBy(rows.filter(isRefused), ({ kind }) => channels[kind].by);
  // Of one lead the mail is said, which a person waits for; else each program that was not told.
  const unmailed = new Map(mail.map((row) => [row.ref, row]));
  const untold = http.filter(({ ref }) => !unmailed.has(ref));

  return [
    ...[...unmailed.values()].map(({ ref, last_reply }) =>
      alarm(`dead:${ref}`, text.dead, { ref: ref ?? "", reply: last_reply ?? "" }),
    ),
    ...untold.map(({ ref, recipient, last_reply }) => ({
      ...alarm(`dead:${ref}`, text.deadProgram, { ref: ref ?? "", program: recipient, reply: last_reply ?? "" }),
      occasion: recipient,
    })),
    ...Map.groupBy(decisions.filter(isRefused), ({ recipient }) => recipient)
      .entries()
      .map(([program, [first, ...more]]) => ({
        ...alarm(decisionsUntaken, text.deadDecision, {
          program,
          count: `${1 + more.length}`,
          ref: first?.ref ?? "",
          type: first?.type ?? "",
          reply: first?.last_reply ?? "",
        }),
        occasion: program,
      })),
    ...refused.map(({ last_reply }) => ({
      ...alarm("mail-paused", text.paused, { count: `${waiting.length}`, reply: last_reply ?? "" }),
      reason: last_reply ?? "",
    })),
    ...delayed.slice(0, 1).map(({ ref, queued_at, last_reply }) => ({
      ...alarm("mail-delayed", text.delayed, {
        count: `${delayed.length}`,
        ref: ref ?? "",
        since: minuteAndPlace(teamTimeZone, queued_at),
      }),
      ...(last_reply !== null && { reason: last_reply }),
    })),
    ...delayedPrograms.slice(0, 1).map(({ ref, recipient, queued_at, last_reply }) =>
      alarm("program-delayed", text.delayedProgram, {
        count: `${delayedPrograms.length}`,
        ref: ref ?? "",
        program: recipient,
        reply: last_reply ?? "",
        since: minuteAndPlace(teamTimeZone, queued_at),
      }),
    ),
  ];
}

/**
 * Two mails to the team were refused, and none of any kind got through since: whatever the server says, it is about us. One
 * recipient that is gone, or one text, stops no other: a lead that a colleague has does not count, nor the second mail of
 * other kinds to one address.
 */
async function refusedAlarms({ store: { db }, now }: Pick<AlarmDesk, "store" | "now">): Promise<Alarm[]> {
  const refused = await db
    .selectFrom("outbox")
    .innerJoin("attempt", "attempt.outbox_id", "outbox.id")
    .select(({ fn }) => ["outbox.id", "lead_id", "recipient", "last_reply", fn.max("at").as("at")])
    .where("kind", "in", kindsThat({ by: "mail", to: "team" }))
    .where("state", "in", ["pending", "leased"])
    .where("last_class", "in", ["refused", ...finalClasses])
    .where("restored", "=", 0)
    // What is likely spam may be refused for its text.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("lead")
            .select("lead.id")
            .whereRef("lead.id", "=", "lead_id")
            .where("status", "=", "quarantined")
            .where("last_class", "=", "content"),
        ),
      ),
    )
    .where((eb) => eb.not(isReached(eb)))
    .groupBy(["outbox.id", "lead_id", "recipient", "last_reply"])
    .execute();
  if (refused.length < 2) return [];
  // The first of an order that has an index: to ask for the greatest would read all that were ever sent.
  const last = await db
    .selectFrom("outbox")
    .select("sent_at")
    .where("kind", "in", kindsThat({ by: "mail" }))
    .where("sent_at", "<", aheadOf(now()))
    .orderBy("sent_at", "desc")
    .limit(1)
    .executeTakeFirst();
  const since = refused.filter(({ at }) => at > (last?.sent_at ?? "")).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const apart = new Set(since.map(({ id, lead_id, recipient }) => (lead_id ? id : recipient)));
  if (apart.size < 2) return [];
  const reply = since[0]?.last_reply ?? "";
  return [{ ...alarm("mail-refused", text.allRefused, { count: `${since.length}`, reply }), reason: reply }];
}

async function receiptAlarms(desk: Pick<AlarmDesk, "store" | "now">): Promise<Alarm[]> {
  const refused = await refusedReceipts(desk);
  if (!refused) return [];
  return [alarm("receipts-refused", text.receipts, { count: `${refused.count}`, reply: refused.reply })];
}

function alarm(topic: string, { subject, body }: typeof text.dead, facts: Record<string, string>): Alarm {
  return { topic, subject: fill(subject, facts), text: fill(body, facts) };
}

/** Writes to ALARM_TO once for each thing that went wrong, and forgets what is over, so that it may alarm again. */
export async function raiseAlarms(desk: AlarmDesk): Promise<void> {
  const alarms = await currentAlarms(desk);
  const at = desk.now().toISOString();
  const opened = await desk.store.db.transaction().execute(async (tx) => {
    const known = (await tx.selectFrom("alarm").select("topic").execute()).map(({ topic }) => topic);
    // Its other occasions stay: two machines that each see their own would tell of them in turn.
    const over = known.filter((key) => !alarms.some(({ topic }) => key === topic || key.startsWith(`${topic}:`)));
    if (over.length > 0) await tx.deleteFrom("alarm").where("topic", "in", over).execute();

    const fresh: Alarm[] = [];
    for (const alarm of alarms.filter((alarm) => !known.includes(keyOf(alarm)))) {
      if (await open(tx, alarm, at, desk)) fresh.push(alarm);
    }
    return fresh;
  });
  for (const { topic, reason } of opened) desk.report("ALARM", reason ? `${topic}, ${reason}` : topic);
}

function keyOf({ topic, occasion }: Alarm): string {
  return occasion === undefined ? topic : `${topic}:${occasion}`;
}

/** False when another process was first. */
async function open(tx: Transaction<LeadDatabase>, alarm: Alarm, at: string, { alarmTo }: AlarmDesk) {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("alarm")
    .values({ topic: keyOf(alarm), opened_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (!numInsertedOrUpdatedRows) return false;
  if (alarmTo.length > 0) {
    await tx
      .insertInto("outbox")
      .values(alarmTo.map((recipient) => outboxRow({ kind: "alarm", recipient, at, content: alarm })))
      .execute();
  }
  return true;
}
