import { createHash, randomUUID } from "node:crypto";
import type { Insertable, Selectable, Transaction } from "kysely";
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import type { Attribution } from "./attribution.ts";
import { checkForm, type LeadFields } from "./check-form.ts";
import { errorCode } from "./error-code.ts";
import type { FormName } from "./form-name.ts";
import type { FieldErrors } from "./form-state.ts";
import type { FormValues } from "./form-values.ts";
import { getsReceipt } from "./gets-receipt.ts";
import { dayOf } from "./iso-time.ts";
import type { LeadDatabase, LeadTable } from "./lead-database.ts";
import type { LeadDesk } from "./lead-desk.ts";
import { amendmentRef, firstRef, newLeadRef, newSpoolRef } from "./lead-ref.ts";
import { lookupAddress } from "./lookup-address.ts";
import { outboxRow } from "./outbox-row.ts";
import { queueNotices } from "./queue-notices.ts";
import { calm, type Sending, sendingRates } from "./sending-rates.ts";
import { holdFrom, type PostSignals, spamScore } from "./spam-score.ts";
import type { SpooledLead } from "./spool.ts";

export type LeadSubmission = {
  form: FormName;
  locale: Locale;
  values: FormValues;
  /** Made once for each form that was shown, so that sending it twice is known for what it is. */
  key?: string | undefined;
  /** Path of the page. */
  page: string;
  signals: PostSignals;
  /** Stands for the sender's network. */
  senderCode: string;
  /** Missing in what an earlier release left in the spool. */
  attribution?: Attribution;
  /** Ours, to see that it arrives: goes to the team like any other, and to nobody else. */
  isProof?: boolean;
};

type SubmittedLead =
  | { status: "received"; ref: string }
  | { status: "invalid"; errors: FieldErrors }
  | { status: "unavailable" };

/**
 * Takes a lead in: "received" means that lead, consent and messages are on disk, in one transaction. Mail is somebody
 * else's work and is not waited for. What looks like a program's is stored like any other, and held: nobody is mailed.
 *
 * The same text sent again under the same key is the same lead and gets the same reference; without a usable key (no
 * script, an old page) the day stands in for it. A changed text under the same key amends the first: it is a row of its
 * own and is mailed as what it is, and the visitor sees the reference they know.
 */
export async function submitLead(
  submission: LeadSubmission,
  desk: LeadDesk,
  newRef: () => string = newLeadRef,
): Promise<SubmittedLead> {
  const checked = checkForm(submission.form, submission.values, desk.services);
  if (!checked.ok) return { status: "invalid", errors: checked.errors };

  const lead = { submission, fields: checked.lead, at: desk.now().toISOString() };
  try {
    // What waits in the spool came first, and the store is still away.
    if (desk.spool.isEmpty()) return { status: "received", ref: await storeLead(lead, desk, newRef) };
  } catch (cause) {
    desk.report("lead not stored", errorCode(cause));
  }
  try {
    return { status: "received", ref: keepInSpool(lead, desk) };
  } catch (cause) {
    desk.report("lead not kept in the spool either", errorCode(cause));
    return { status: "unavailable" };
  }
}

/** A lead that the store could not take when it came. Its visitor knows its reference, so it amends no other. */
export async function storeSpooledLead(spooled: SpooledLead, desk: LeadDesk): Promise<void> {
  try {
    await storeLead(spooled, desk, () => spooled.ref, spooled);
  } catch (cause) {
    if (!(cause instanceof ErasedMeanwhile)) throw cause;
  }
}

/** Undoes the transaction. */
class ErasedMeanwhile extends Error {}

function keepInSpool(lead: TakenLead, { spool }: LeadDesk): string {
  const { submission, fields, at } = lead;
  return spool.keep({ ...lead, key: submissionKey(submission, fields, at), ref: newSpoolRef() }).ref;
}

/** What was posted, cleaned and checked, and when. */
export type TakenLead = { submission: LeadSubmission; fields: LeadFields; at: string };

type NewLead = Omit<Insertable<LeadTable>, "ref">;

function storeLead(
  { submission, fields, at }: TakenLead,
  desk: LeadDesk,
  newRef: () => string,
  spooled?: SpooledLead,
): Promise<string> {
  const { form, locale, page, senderCode, attribution = {}, isProof = false } = submission;
  const row = {
    id: randomUUID(),
    form,
    locale,
    page,
    form_key: formKey(submission),
    sender_code: senderCode,
    submission_key: submissionKey(submission, fields, at),
    payload: JSON.stringify(fields),
    service_titles: titlesOf(fields, locale, desk),
    email: lookupAddress(fields.email),
    phone_e164: e164(fields),
    attribution: JSON.stringify(attribution),
    created_at: at,
  };

  return desk.store.db.transaction().execute(async (tx) => {
    const first = spooled ? undefined : await leadAmendedBy(tx, row);
    const { score, reasons } = isProof
      ? { score: 0, reasons: [] }
      : spamScore(fields, signalsFor(submission, desk), await ratesFor(tx, row, desk));
    // What is added to a lead that nobody was told of would tell of it.
    const isHeld = score >= holdFrom || first?.status === "quarantined";
    const hasReceipt = !isHeld && !first && (await getsReceipt(tx, row.email, desk));

    const { ref, isNew } = await insertLead(
      tx,
      {
        ...row,
        status: isProof ? "proof" : isHeld ? "quarantined" : "new",
        spam_score: score,
        spam_reasons: JSON.stringify(reasons),
        amends: first?.id ?? null,
        receipt_at: hasReceipt ? at : null,
      },
      first ? await refsOfAmendments(tx, first) : newRef,
    );
    if (!isNew) return firstRef(ref);
    // Not before the insert, with which PostgreSQL makes this wait for whoever erases the person now.
    if (spooled && !desk.spool.has(spooled)) throw new ErasedMeanwhile();

    await recordConsent(tx, row, desk);
    const lead = { id: row.id, ref };
    // Another program would take a proof for a lead.
    if (!isHeld) await queueNotices(tx, lead, { ...desk, hasWebhook: desk.hasWebhook && !isProof }, at);
    if (hasReceipt) await queueReceipt(tx, lead, fields.email, desk, at);
    return firstRef(ref);
  });
}

/** As they are now: both may be renamed. An article has its title in the language in which it was read. */
function titlesOf({ service, article }: LeadFields, locale: Locale, desk: LeadDesk): string | null {
  const read = article && desk.articleTitle(article, locale);
  const titles = locales.map((each) => [each, service ? desk.serviceTitle(service, each) : read]);
  return service || read ? JSON.stringify(Object.fromEntries(titles)) : null;
}

function formKey({ form, key, isProof }: LeadSubmission): string | null {
  return isPlausible(key) && !isProof ? sha256(JSON.stringify([form, key])) : null;
}

function submissionKey({ form, key, isProof }: LeadSubmission, fields: LeadFields, at: string): string {
  const day = dayOf(at);
  const said = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  // No visitor can send what counts as the proof.
  return sha256(JSON.stringify([isProof ? "proof" : form, isPlausible(key) ? key : day, said]));
}

function isPlausible(key: string | undefined): boolean {
  return key !== undefined && /^[A-Za-z0-9-]{8,64}$/.test(key);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function e164({ phone, country }: LeadFields): string | null {
  if (!phone) return null;
  const parsed = parsePhoneNumberFromString(phone, dialledFrom(country));
  return parsed?.isValid() ? parsed.number : null;
}

function dialledFrom(country: string | undefined): CountryCode | undefined {
  return country && isSupportedCountry(country) ? country : undefined;
}

/** Sent from the same form by the same person: what comes now is meant to add to it. */
function leadAmendedBy(
  tx: Transaction<LeadDatabase>,
  { form_key, email }: Pick<Selectable<LeadTable>, "form_key" | "email">,
) {
  if (form_key === null) return undefined;
  return tx
    .selectFrom("lead")
    .select(["id", "ref", "status"])
    .where("form_key", "=", form_key)
    .where("email", "=", email)
    .where("amends", "is", null)
    .orderBy("created_at")
    .executeTakeFirst();
}

/** A load test and a browser that is driven by a program are quick, and say so with RATE_LIMIT=off. */
function signalsFor({ signals }: LeadSubmission, { rateLimit }: LeadDesk): PostSignals {
  return rateLimit || signals.seconds === null ? signals : { ...signals, seconds: Infinity };
}

async function ratesFor(tx: Transaction<LeadDatabase>, sending: Sending, desk: LeadDesk) {
  return desk.rateLimit ? sendingRates(tx, sending, desk.now()) : calm;
}

async function refsOfAmendments(tx: Transaction<LeadDatabase>, first: { id: string; ref: string }) {
  const { known } = await tx
    .selectFrom("lead")
    .select(({ fn }) => fn.countAll<number>().as("known"))
    .where("amends", "=", first.id)
    .executeTakeFirstOrThrow();
  let number = Number(known) + 1;
  return () => amendmentRef(first.ref, ++number);
}

async function insertLead(
  tx: Transaction<LeadDatabase>,
  row: NewLead,
  newRef: () => string,
): Promise<{ ref: string; isNew: boolean }> {
  for (let tries = 0; tries < 20; tries++) {
    const ref = newRef();
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("lead")
      .values({ ...row, ref })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows) return { ref, isNew: true };

    const known = await tx
      .selectFrom("lead")
      .select("ref")
      .where("submission_key", "=", row.submission_key)
      .executeTakeFirst();
    if (known) return { ref: known.ref, isNew: false };
    // Neither new nor known: the reference is taken, the next one will do.
  }
  throw new Error("20 references in a row were taken");
}

async function recordConsent(
  tx: Transaction<LeadDatabase>,
  { id, form, locale, page, created_at }: Pick<NewLead, "id" | "form" | "locale" | "page" | "created_at">,
  desk: LeadDesk,
) {
  const { sentence, version } = desk.consent(form, locale);
  const text = { hash: sha256(sentence), sentence };
  await tx
    .insertInto("consent_text")
    .values(text)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto("consent")
    .values({ id: randomUUID(), lead_id: id, text_hash: text.hash, version, locale, page, given_at: created_at })
    .execute();
}

async function queueReceipt(
  tx: Transaction<LeadDatabase>,
  lead: { id: string; ref: string },
  recipient: string,
  { siteUrl }: LeadDesk,
  at: string,
) {
  await tx
    .insertInto("outbox")
    .values(outboxRow({ lead, kind: "receipt", recipient, siteUrl, at }))
    .execute();
}
