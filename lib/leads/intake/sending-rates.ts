import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { aheadOf } from "#lib/leads/ahead-of.ts";
import { type FormName, formNames } from "#lib/leads/form/form-name.ts";
import { type Before, holdFrom } from "#lib/leads/spam/spam-score.ts";
import { areCopies } from "#lib/leads/spam/text-print.ts";
import type { LeadDatabase, LeadTable } from "#lib/leads/store/lead-database.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const senderOften = { leads: 5, withinMs: 10 * minute };
const senderAllDay = { leads: 30, withinMs: day };
const emailOften = { leads: 3, withinMs: day };
/** What is looked through for the same text: of a flood, its last hours. */
const compared = { leads: 500, withinMs: 7 * day };
/** Addresses that were given before in the same form, with the same text. */
const mostFromForm = 3;
const formFlooded = { senders: 60, withinMs: hour };

type Limit = { leads: number; withinMs: number };
type Counted = "email" | "sender_code";

export type Sending = {
  form: FormName;
  email: string;
  sender_code: string | null;
  form_key: string | null;
  earlierSenderCode: string | null | undefined;
  text_print: string | null;
  token_hash: string | null;
};

/**
 * Counts the leads that are in the store, in the transaction that adds one: there is nothing else to keep, to share
 * between processes or to lose. Each count stops at its limit. On PostgreSQL, posts at the same instant may not see one
 * another: a limit then lets a few more through, and each is a lead that is stored.
 */
export async function sendingRates(
  tx: Transaction<LeadDatabase>,
  sending: Sending,
  now: Date,
): Promise<Omit<Before, "amendsHeld">> {
  const { form, email, sender_code } = sending;
  const reaches = async (limit: Limit) =>
    (await within(tx, now, limit, "sender_code", sender_code).execute()).length === limit.leads;
  return {
    sender: await senderRate(),
    isEmailOften: await isOften(tx, email, now),
    isFormFlooded: await isFlooded(tx, form, now),
    copies: await copiesOf(tx, sending, now),
    isTokenUsed: (await withToken(tx, sending)) === "several",
  };

  async function senderRate(): Promise<Before["sender"]> {
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

async function copiesOf(db: Kysely<LeadDatabase>, sending: Sending, now: Date): Promise<Before["copies"]> {
  const { text_print, email } = sending;
  if (text_print === null) return "none";
  const others = await db
    .selectFrom("lead")
    .select(["text_print", "sender_code", "form_key"])
    .where("created_at", ">", since(now, compared))
    .where("created_at", "<", aheadOf(now))
    .where("text_print", "is not", null)
    .where("email", "!=", email)
    .orderBy("created_at", "desc")
    .limit(compared.leads)
    .execute();
  return bySeveral(
    others.filter((other) => other.text_print && areCopies(text_print, other.text_print)),
    sending,
  );
}

async function withToken(db: Kysely<LeadDatabase>, sending: Sending): Promise<Before["copies"]> {
  const { token_hash, email } = sending;
  if (token_hash === null) return "none";
  const others = await db
    .selectFrom("lead")
    .select(["sender_code", "form_key"])
    .where("token_hash", "=", token_hash)
    .where("email", "!=", email)
    .limit(mostFromForm + 1)
    .execute();
  return bySeveral(others, sending);
}

type Other = Pick<Selectable<LeadTable>, "sender_code" | "form_key">;

/**
 * Anyone who mistyped an address sends the same once more from the same form, or twice: the second may have a slip as well, or
 * they would rather be written to elsewhere. So does a colleague, from the same network. The code of a network is one of its
 * day, and a telephone that leaves the house has another: the form is still the same.
 */
function bySeveral(others: Other[], sending: Sending) {
  const { form_key } = sending;
  const [other] = others;
  if (!other) return "none";
  const isOfForm = form_key !== null && others.every((each) => each.form_key === form_key);
  if (isOfForm && others.length <= mostFromForm) return "close";
  const isOfNetwork = [sending.sender_code, sending.earlierSenderCode ?? null].includes(other.sender_code);
  return others.length === 1 && isOfNetwork ? "close" : "several";
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
    .where("created_at", "<", aheadOf(now))
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
    .where("created_at", "<", aheadOf(now))
    .limit(limit.leads);
}

function since(now: Date, { withinMs }: Pick<Limit, "withinMs">): string {
  return new Date(now.getTime() - withinMs).toISOString();
}
