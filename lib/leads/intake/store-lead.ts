import { randomUUID } from "node:crypto";
import type { Insertable, Selectable, Transaction } from "kysely";
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { recordEvent } from "#lib/leads/decide/record-event.ts";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import { findText } from "#lib/leads/find/find-text.ts";
import type { LeadFields } from "#lib/leads/form/check-form.ts";
import { consentVersion } from "#lib/leads/form/consent-version.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { lookupAddress } from "#lib/leads/lookup-address.ts";
import { getsOwnNotice } from "#lib/leads/outbox/gets-own-notice.ts";
import { getsReceipt } from "#lib/leads/outbox/gets-receipt.ts";
import { outboxRow } from "#lib/leads/outbox/outbox-row.ts";
import { queueNotices } from "#lib/leads/outbox/queue-notices.ts";
import { holdRestored } from "#lib/leads/outbox/restored-mail.ts";
import { sha256 } from "#lib/leads/sha256.ts";
import { calm, couldBePerson, holdFrom, type PostSignals, spamScore } from "#lib/leads/spam/spam-score.ts";
import { textPrint } from "#lib/leads/spam/text-print.ts";
import { countOf } from "#lib/leads/store/count-of.ts";
import type { LeadDatabase, LeadTable } from "#lib/leads/store/lead-database.ts";
import { amendmentRef, firstRef, newSpoolRef } from "#lib/leads/store/lead-ref.ts";
import { formKey, submissionKey } from "./lead-keys.ts";
import type { LeadSubmission, TakenLead } from "./lead-submission.ts";
import { keepToLimit, limitOf } from "./sender-limit.ts";
import { type Sending, sendingRates } from "./sending-rates.ts";
import type { SpooledLead } from "./spool.ts";

type NewLead = Omit<Insertable<LeadTable>, "ref">;

type StoredLead = { id: string; ref: string };

/**
 * Stores a lead, its consent and its messages in one transaction, and gives the reference that its visitor knows. Throws
 * a LimitReached when its sender sent too many.
 */
export async function storeLead(
  lead: TakenLead,
  desk: LeadDesk,
  newRef: () => string,
  spooled?: SpooledLead,
): Promise<string> {
  const { submission, fields, at } = lead;
  const { form, locale, page, senderCode, token, signals, attribution = {}, isProof = false } = submission;
  const posted = {
    id: randomUUID(),
    form,
    locale,
    page,
    form_key: formKey(submission),
    sender_code: senderCode,
    submission_key: submissionKey(lead),
    payload: JSON.stringify(fields),
    service_titles: titlesOf(fields, locale, desk),
    email: lookupAddress(fields.email),
    text_print: textPrint(fields.message),
    find_text: isProof ? "" : findText(fields),
    // One that is not ours says nothing, and is long.
    token_hash: token && signals.seconds !== null ? sha256(token) : null,
    phone_e164: e164(fields),
    attribution: JSON.stringify(attribution),
    created_at: at,
  };

  // What waited for the store is told of now.
  const queuedAt = spooled ? desk.now().toISOString() : at;

  const { shown, news } = await desk.store.db.transaction().execute(async (tx) => {
    expectInPlace(desk);
    const row = { ...posted, form_key: (await isWornOut(tx, posted)) ? null : posted.form_key };
    const before = await leadAmendedBy(tx, row);
    const first = spooled ? undefined : before;
    const spoken = before && (await takingBack(tx, row));
    const twin = spooled || isProof || spoken ? undefined : await twinOf(tx, row);
    if (twin) return { shown: firstRef(twin.ref) };
    const submission_key = spoken ? sha256(row.submission_key + spoken) : row.submission_key;
    const known = await knownLead(tx, submission_key);
    if (known) return { shown: await shownRef(tx, known, desk, spooled) };
    // Whoever was thanked once is not refused, neither for the same lead again nor for one that waited in the spool. Before
    // it is judged, which takes ten times as long.
    if (desk.rateLimit && !isProof && !spooled) await keepToLimit(tx, limitOf(submission), desk.now());
    const { score, reasons } = isProof
      ? { score: 0, reasons: [] }
      : spamScore(
          fields,
          signalsFor(submission, desk),
          {
            ...(await ratesFor(tx, { ...row, earlierSenderCode: submission.earlierSenderCode }, desk)),
            amendsHeld: first?.status === "quarantined",
          },
          desk,
        );
    if (reasons.includes("sender_all_day") && !spooled) desk.sightings.see("network-busy");
    const isMarked = score >= holdFrom;
    const isTold = !isMarked || (couldBePerson({ score, reasons }) && (await getsOwnNotice(tx, desk)));
    const hasReceipt =
      !isMarked && (await getsReceipt(tx, { ...row, hasToken: submission.signals.seconds !== null }, desk));

    const { lead: stored, isNew } = await insertLead(
      tx,
      {
        ...row,
        submission_key,
        status: isProof ? "proof" : isMarked ? "quarantined" : "new",
        spam_score: score,
        spam_reasons: JSON.stringify(reasons),
        amends: first?.id ?? null,
        receipt_at: hasReceipt ? at : null,
      },
      first ? await refsOfAmendments(tx, first) : newRef,
    );
    if (!isNew) return { shown: await shownRef(tx, stored, desk, spooled) };
    // Only after the insert: on PostgreSQL that waits until whoever is erasing this person has finished.
    if (spooled && !desk.spool.has(spooled)) throw new ErasedMeanwhile();

    await recordConsent(tx, row, await agreedSentence(tx, submission, desk));
    if (isTold) await queueNotices(tx, stored, desk, queuedAt);
    if (hasReceipt) await queueReceipt(tx, stored, fields.email, queuedAt);
    if (spooled?.isRestored) await holdRestored(tx, row.id);
    expectInPlace(desk);
    const { ref } = stored;
    return { shown: firstRef(ref), news: { ref, reason: isMarked ? `${form}, likely spam` : form } };
  });
  if (news) desk.note("info", "inquiry stored", news);
  return shown;
}

/** What is written to a file that was moved or deleted is gone with this process. */
function expectInPlace({ store }: LeadDesk) {
  if (!store.isInPlace()) throw new StoreError("The store was moved");
}

/** Stores a lead that waited in the spool. Its visitor already knows its reference, so it amends no other. */
export async function storeSpooledLead(spooled: SpooledLead, desk: LeadDesk): Promise<void> {
  try {
    let isTaken = false;
    const shownRef = () => {
      const ref = isTaken ? newSpoolRef() : spooled.ref;
      isTaken = true;
      return ref;
    };
    await storeLead(spooled, desk, shownRef, spooled);
  } catch (cause) {
    if (!(cause instanceof ErasedMeanwhile)) throw cause;
  }
}

/** Thrown to roll the transaction back. */
class ErasedMeanwhile extends Error {}

/** Titles as they are now: all may be renamed. An article has its title in the language in which it was read. */
function titlesOf({ service, article, opening }: LeadFields, locale: Locale, desk: LeadDesk): string | null {
  const titleIn = (each: Locale) => {
    if (service) return desk.serviceTitle(service, each);
    return opening ? desk.openingTitle(opening, each) : article && desk.articleTitle(article, locale);
  };
  const read = titleIn(locale);
  return read ? JSON.stringify(Object.fromEntries(locales.map((each) => [each, titleIn(each) ?? read]))) : null;
}

function e164({ phone, country }: LeadFields): string | null {
  if (!phone) return null;
  const parsed = parsePhoneNumberFromString(phone, dialledFrom(country));
  return parsed?.isValid() ? parsed.number : null;
}

function dialledFrom(country: string | undefined): CountryCode | undefined {
  return country && isSupportedCountry(country) ? country : undefined;
}

/**
 * Nobody corrects one inquiry so often. What comes further from the form is a lead of its own: each would be compared with all of them, and
 * 3,000 of the longest kept everybody waiting for 4 s.
 */
const mostOfForm = 20;

async function isWornOut(tx: Transaction<LeadDatabase>, { form_key, email }: Pick<NewLead, "form_key" | "email">) {
  if (!form_key) return false;
  const ofForm = tx.selectFrom("lead").where("form_key", "=", form_key).where("email", "=", email);
  return (await countOf(ofForm)) >= mostOfForm;
}

/** A second click comes within it, also on a slow line. */
const twinMs = 10 * 60_000;

/**
 * The same text that the browser posted before the script had come, or the other way round: one of them has the key of its
 * form, so neither that nor the day tells that they are one. With the key, what is changed later amends it.
 */
async function twinOf(
  tx: Transaction<LeadDatabase>,
  {
    form,
    form_key,
    email,
    payload,
    created_at,
  }: Pick<NewLead, "form" | "form_key" | "email" | "payload" | "created_at">,
) {
  const same = tx
    .selectFrom("lead")
    .select(["id", "ref"])
    .where("email", "=", email)
    .where("form", "=", form)
    .where("payload", "=", payload)
    .where("status", "!=", "proof")
    .orderBy("created_at");
  // Every form of the newsletter says the same, and most have no key.
  const isSignUp = form === "newsletter";
  // Two questions: of one with both, a store reads all that ever came from the address.
  const recent = same
    .where("created_at", ">", new Date(Date.parse(created_at) - twinMs).toISOString())
    .$if(!isSignUp, (query) => query.where("form_key", form_key ? "is" : "is not", null));
  const twin =
    // It has the key since.
    (form_key && !isSignUp ? await same.where("form_key", "=", form_key).executeTakeFirst() : undefined) ??
    (await recent.executeTakeFirst());
  if (twin && form_key) await tx.updateTable("lead").set({ form_key }).where("id", "=", twin.id).execute();
  return twin;
}

/**
 * How often the same form has spoken, where it says once more what was corrected since: a correction that is taken back is the last word. Undefined
 * of what is no more than sent twice.
 */
async function takingBack(
  tx: Transaction<LeadDatabase>,
  { payload, form_key, email, created_at }: Pick<NewLead, "payload" | "form_key" | "email" | "created_at">,
): Promise<number | undefined> {
  const said = await tx
    .selectFrom("lead")
    .select(["payload", "created_at"])
    .where("form_key", "=", form_key ?? "")
    .where("email", "=", email)
    .orderBy("created_at", "desc")
    .execute();
  // Of one moment, any may be the last.
  const last = said.filter(({ created_at }) => created_at === said[0]?.created_at);
  const isSaid = (rows: { payload: string }[]) => rows.some((before) => before.payload === payload);
  // It is stored already: what waits in the spool may be taken in twice.
  if (said.some((before) => before.payload === payload && before.created_at === created_at)) return undefined;
  const isTakenBack = isSaid(said) && !isSaid(last);
  return isTakenBack ? said.length : undefined;
}

/** The lead that the same person sent from the same form before: what comes now is meant to add to it. */
function leadAmendedBy(
  tx: Transaction<LeadDatabase>,
  { form, form_key, email }: Pick<Selectable<LeadTable>, "form" | "form_key" | "email">,
) {
  // A sign-up for the newsletter corrects none before it.
  if (form_key === null || form === "newsletter") return undefined;
  return tx
    .selectFrom("lead")
    .select(["id", "ref", "status"])
    .where("form_key", "=", form_key)
    .where("email", "=", email)
    .where("amends", "is", null)
    .orderBy("created_at")
    .executeTakeFirst();
}

/** RATE_LIMIT=off is for load tests and browsers driven by programs: how it is sent, and how fast, does not count. */
function signalsFor({ signals }: LeadSubmission, { rateLimit }: LeadDesk): PostSignals {
  return rateLimit ? signals : { ...signals, isBareRequest: false, seconds: signals.seconds && Infinity };
}

async function ratesFor(tx: Transaction<LeadDatabase>, sending: Sending, desk: LeadDesk) {
  return desk.rateLimit ? sendingRates(tx, sending, desk.now()) : calm;
}

async function refsOfAmendments(tx: Transaction<LeadDatabase>, first: { id: string; ref: string }) {
  let number = (await countOf(tx.selectFrom("lead").where("amends", "=", first.id))) + 1;
  return () => amendmentRef(first.ref, ++number);
}

async function insertLead(
  tx: Transaction<LeadDatabase>,
  row: NewLead,
  newRef: () => string,
): Promise<{ lead: StoredLead; isNew: boolean }> {
  for (let tries = 0; tries < 20; tries++) {
    const ref = newRef();
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("lead")
      .values({ ...row, ref })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows) return { lead: { id: row.id, ref }, isNew: true };

    const known = await knownLead(tx, row.submission_key);
    if (known) return { lead: known, isNew: false };
    // Neither new nor known: the reference is taken, the next one will do.
  }
  throw new Error("20 references in a row were taken");
}

async function knownLead(tx: Transaction<LeadDatabase>, submissionKey: string): Promise<StoredLead | undefined> {
  return tx.selectFrom("lead").select(["id", "ref"]).where("submission_key", "=", submissionKey).executeTakeFirst();
}

/** Whoever was thanked out of the spool knows the lead by another reference than the store, which is written down. */
async function shownRef(
  tx: Transaction<LeadDatabase>,
  lead: StoredLead,
  { now }: LeadDesk,
  spooled: SpooledLead | undefined,
): Promise<string> {
  const ref = firstRef(lead.ref);
  if (!spooled || spooled.ref === ref) return ref;
  const event = { lead, what: "shown-as", who: spooled.ref } as const;
  const before = tx.selectFrom("history").select("id").where("lead_id", "=", lead.id);
  const isWritten = await before.where("what", "=", event.what).where("who", "=", event.who).executeTakeFirst();
  if (!isWritten) await recordEvent(tx, { ...event, at: now().toISOString() });
  return ref;
}

/** The one that the form showed, which may be of an earlier release; of a form that does not say so, the one of now. */
async function agreedSentence(tx: Transaction<LeadDatabase>, { form, locale, agreed }: LeadSubmission, desk: LeadDesk) {
  const ours = desk.consent(form, locale);
  if (!agreed || agreed === consentVersion(ours)) return ours;
  const earlier = await tx
    .selectFrom("consent_text")
    .select("sentence")
    .where("hash", "like", `${agreed}%`)
    .executeTakeFirst();
  return earlier?.sentence ?? ours;
}

async function recordConsent(
  tx: Transaction<LeadDatabase>,
  { id, locale, page, created_at }: Pick<NewLead, "id" | "locale" | "page" | "created_at">,
  sentence: string,
) {
  const text = { hash: sha256(sentence), sentence };
  await tx
    .insertInto("consent_text")
    .values(text)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const version = consentVersion(sentence);
  await tx
    .insertInto("consent")
    .values({ id: randomUUID(), lead_id: id, text_hash: text.hash, version, locale, page, given_at: created_at })
    .execute();
}

async function queueReceipt(
  tx: Transaction<LeadDatabase>,
  lead: { id: string; ref: string },
  recipient: string,
  at: string,
) {
  await tx
    .insertInto("outbox")
    .values(outboxRow({ lead, kind: "receipt", recipient, at }))
    .execute();
}
