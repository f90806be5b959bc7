import { createHash, randomUUID } from "node:crypto";
import { domainToASCII } from "node:url";
import type { Insertable, Transaction } from "kysely";
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { checkForm, type LeadFields } from "./check-form.ts";
import { errorCode } from "./error-code.ts";
import type { FormName } from "./form-name.ts";
import type { FieldErrors } from "./form-state.ts";
import type { FormValues } from "./form-values.ts";
import type { LeadDatabase, LeadTable } from "./lead-database.ts";
import type { LeadDesk } from "./lead-desk.ts";
import { newLeadRef } from "./lead-ref.ts";
import { outboxRow } from "./outbox-row.ts";

export type LeadSubmission = {
  form: FormName;
  locale: Locale;
  values: FormValues;
  /** Made once for each form that was shown, so that sending it twice is known for what it is. */
  key?: string | undefined;
  /** Path of the page. */
  page: string;
};

export type SubmittedLead =
  | { status: "received"; ref: string }
  | { status: "invalid"; errors: FieldErrors }
  | { status: "unavailable" };

/**
 * Takes a lead in: "received" means that lead, consent and messages are on disk, in one transaction. Mail is somebody
 * else's work and is not waited for.
 *
 * The same text sent again under the same key is the same lead and gets the same reference; without a usable key (no
 * script, an old page) the day stands in for it. A changed text is a lead of its own, also under the same key: it may
 * be the correction that matters, and is never lost.
 */
export async function submitLead(
  submission: LeadSubmission,
  desk: LeadDesk,
  newRef: () => string = newLeadRef,
): Promise<SubmittedLead> {
  const checked = checkForm(submission.form, submission.values, desk.services);
  if (!checked.ok) return { status: "invalid", errors: checked.errors };

  try {
    return { status: "received", ref: await storeLead(submission, checked.lead, desk, newRef) };
  } catch (cause) {
    desk.report("lead not stored", errorCode(cause));
    return { status: "unavailable" };
  }
}

function storeLead(submission: LeadSubmission, fields: LeadFields, desk: LeadDesk, newRef: () => string) {
  const { form, locale, page } = submission;
  const at = desk.now().toISOString();
  const { service } = fields;
  const row = {
    id: randomUUID(),
    form,
    locale,
    page,
    submission_key: submissionKey(submission, fields, at),
    payload: JSON.stringify(fields),
    service_titles:
      service && JSON.stringify(Object.fromEntries(locales.map((each) => [each, desk.serviceTitle(service, each)]))),
    email: lookupAddress(fields.email),
    phone_e164: e164(fields),
    created_at: at,
  };

  return desk.store.db.transaction().execute(async (tx) => {
    const { ref, isNew } = await insertLead(tx, row, newRef);
    if (!isNew) return ref;

    const consent = desk.consent(form, locale);
    const text = { hash: sha256(consent.sentence), sentence: consent.sentence };
    await tx
      .insertInto("consent_text")
      .values(text)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx
      .insertInto("consent")
      .values({
        id: randomUUID(),
        lead_id: row.id,
        text_hash: text.hash,
        version: consent.version,
        locale,
        page,
        given_at: at,
      })
      .execute();

    const lead = { id: row.id, ref };
    const notices = desk.recipients.length > 0 ? desk.recipients : [""];
    const messages = notices.map((recipient) =>
      outboxRow({ lead, kind: "notify", recipient, siteUrl: desk.siteUrl, at }),
    );
    if (getsReceipt(row.email, desk)) {
      messages.push(outboxRow({ lead, kind: "receipt", recipient: fields.email, siteUrl: desk.siteUrl, at }));
    }
    await tx.insertInto("outbox").values(messages).execute();
    return ref;
  });
}

function submissionKey({ form, key }: LeadSubmission, fields: LeadFields, at: string): string {
  const isPlausible = key !== undefined && /^[A-Za-z0-9-]{8,64}$/.test(key);
  const day = at.slice(0, "2026-11-21".length);
  const said = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([form, isPlausible ? key : day, said]));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function lookupAddress(address: string): string {
  const [local, domain] = address.toLowerCase().split("@");
  return `${local}@${domainToASCII(domain ?? "")}`;
}

function e164({ phone, country }: LeadFields): string | null {
  if (!phone) return null;
  const parsed = parsePhoneNumberFromString(phone, dialledFrom(country));
  return parsed?.isValid() ? parsed.number : null;
}

function dialledFrom(country: string | undefined): CountryCode | undefined {
  return country && isSupportedCountry(country) ? country : undefined;
}

async function insertLead(
  tx: Transaction<LeadDatabase>,
  row: Omit<Insertable<LeadTable>, "ref">,
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

/** None to ourselves, and none to where bounces come from: two machines would answer each other for ever. */
function getsReceipt(email: string, { recipients, sender }: LeadDesk): boolean {
  const ours = [...recipients, ...(sender ? [sender] : [])].map(lookupAddress);
  return !ours.includes(email) && !/^(postmaster|mailer-daemon)@/.test(email);
}
