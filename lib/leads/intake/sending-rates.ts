import { type Kysely, sql, type Transaction } from "kysely";
import { type FormName, formNames } from "#lib/leads/form/form-name.ts";
import { holdFrom, type SendingRates } from "#lib/leads/spam/spam-score.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const senderOften = { leads: 5, withinMs: 10 * minute };
const senderAllDay = { leads: 30, withinMs: day };
const emailOften = { leads: 3, withinMs: day };
const formFlooded = { senders: 60, withinMs: hour };

type Limit = { leads: number; withinMs: number };
type Counted = "email" | "sender_code";

export type Sending = { form: FormName; email: string; sender_code: string | null };

/**
 * Counts the leads that are in the store, in the transaction that adds one: there is nothing else to keep, to share
 * between processes or to lose. Each count stops at its limit. On PostgreSQL, posts at the same instant may not see one
 * another: a limit then lets a few more through, and each is a lead that is stored.
 */
export async function sendingRates(
  tx: Transaction<LeadDatabase>,
  { form, email, sender_code }: Sending,
  now: Date,
): Promise<SendingRates> {
  const reaches = async (limit: Limit) =>
    (await within(tx, now, limit, "sender_code", sender_code).execute()).length === limit.leads;
  return {
    sender: await senderRate(),
    isEmailOften: await isOften(tx, email, now),
    isFormFlooded: await isFlooded(tx, form, now),
  };

  async function senderRate(): Promise<SendingRates["sender"]> {
    if (sender_code === null) return "seldom";
    if (await reaches(senderAllDay)) return "all-day";
    return (await reaches(senderOften)) ? "often" : "seldom";
  }
}

/** The forms that so many used within the hour. Also counts who was held: else the alarm would end with each few who come through. */
export async function floodedForms(db: Kysely<LeadDatabase>, now: Date): Promise<FormName[]> {
  const flooded: FormName[] = [];
  for (const form of formNames) {
    const senders = await sendersThrough(db, form, now).execute();
    if (senders.length === formFlooded.senders) flooded.push(form);
  }
  return flooded;
}

/** One sender floods nothing, and what is held keeps no flood up. */
async function isFlooded(db: Kysely<LeadDatabase>, form: FormName, now: Date): Promise<boolean> {
  const senders = await sendersThrough(db, form, now).where("spam_score", "<", holdFrom).execute();
  return senders.length === formFlooded.senders;
}

/** Each sender once, up to the limit; where the network is not known, the address stands for it. */
function sendersThrough(db: Kysely<LeadDatabase>, form: FormName, now: Date) {
  return db
    .selectFrom("lead")
    .select(sql`coalesce(sender_code, email)`.as("sender"))
    .distinct()
    .where("form", "=", form)
    .where("status", "!=", "proof")
    .where("created_at", ">", since(now, formFlooded))
    .where("created_at", "<", until(now))
    .limit(formFlooded.senders);
}

/** Anybody can write under the address of somebody else: what is held for what it is, is not theirs. */
async function isOften(db: Kysely<LeadDatabase>, email: string, now: Date): Promise<boolean> {
  const found = await within(db, now, emailOften, "email", email).where("spam_score", "<", holdFrom).execute();
  return found.length === emailOften.leads;
}

function within(db: Kysely<LeadDatabase>, now: Date, limit: Limit, column: Counted, value: string | null) {
  return db
    .selectFrom("lead")
    .select("id")
    .where(column, "=", value)
    .where("status", "!=", "proof")
    .where("created_at", ">", since(now, limit))
    .where("created_at", "<", until(now))
    .limit(limit.leads);
}

function since(now: Date, { withinMs }: Pick<Limit, "withinMs">): string {
  return new Date(now.getTime() - withinMs).toISOString();
}

/** What a clock that was ahead has dated counts for nothing. Machines differ by seconds. */
function until(now: Date): string {
  return new Date(now.getTime() + day).toISOString();
}
