import { errorCode } from "#lib/leads/error-code.ts";
import { checkForm } from "#lib/leads/form/check-form.ts";
import type { FieldErrors } from "#lib/leads/form/form-state.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { lookupAddress } from "#lib/leads/lookup-address.ts";
import { newLeadRef, newSpoolRef } from "#lib/leads/store/lead-ref.ts";
import { formKey, submissionKey } from "./lead-keys.ts";
import type { LeadSubmission, TakenLead } from "./lead-submission.ts";
import { keepSpoolToLimit, LimitReached, limitOf } from "./sender-limit.ts";
import { storeLead } from "./store-lead.ts";

type SubmittedLead =
  | { status: "received"; ref: string }
  | { status: "invalid"; errors: FieldErrors }
  /** Nothing of it was kept, because so much came from the same network. */
  | { status: "too-many"; until: Date }
  | { status: "unavailable" };

/**
 * Takes a lead in: "received" means that lead, consent and messages are on disk, in one transaction. It does
 * not wait for mail, which the worker sends. A lead that looks like a program's is stored and held: nobody is mailed.
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
  let given: string | undefined;
  const giveRef = () => {
    given = newRef();
    return given;
  };
  try {
    // While leads wait in the spool the store is still unreachable, and they came first.
    if (nothingWaits(desk)) return { status: "received", ref: await storeLead(lead, desk, giveRef) };
  } catch (cause) {
    if (cause instanceof LimitReached) return overLimit(cause, desk);
    desk.report("lead not stored", errorCode(cause));
  }
  try {
    // The store may have it under the reference that was given there, and only its answer was lost.
    return { status: "received", ref: keepInSpool(lead, given ?? newSpoolRef(), desk) };
  } catch (cause) {
    if (cause instanceof LimitReached) return overLimit(cause, desk);
    desk.report("lead not kept in the spool either", errorCode(cause));
    desk.sightings.see("lead-refused");
    return { status: "unavailable" };
  }
}

/** Nobody knows what waits in a folder that cannot be read, and a new inquiry does not wait for that. */
function nothingWaits({ spool, report }: LeadDesk): boolean {
  try {
    return spool.count() === 0;
  } catch (cause) {
    report("spool not readable", errorCode(cause));
    return true;
  }
}

/** Whoever is not known cannot be told that they sent too much: they may be anybody. */
function overLimit({ limit, until }: LimitReached, { report, sightings }: LeadDesk): SubmittedLead {
  if (limit.codes) {
    sightings.see("network-busy");
    return { status: "too-many", until };
  }
  report("lead not taken", `${limit.leads} came within the hour from networks that are not known`);
  sightings.see("lead-refused");
  return { status: "unavailable" };
}

function keepInSpool(lead: TakenLead, newRef: string, { spool, rateLimit, now, note }: LeadDesk): string {
  // `fields` has what is stored of what was typed, which may be a hundred times as long.
  const submission = { ...lead.submission, values: {} };
  const spooled = { ...lead, submission, key: spoolKey(lead, spool), ref: newRef };
  if (rateLimit && !lead.submission.isProof && !spool.has(spooled)) {
    const limit = limitOf(lead.submission);
    keepSpoolToLimit(spool.waitingFrom(limit.codes), limit, now());
  }
  const { ref } = spool.keep(spooled);
  note("warning", "inquiry kept in the spool", { ref });
  return ref;
}

/** To look through more, for a text that is there already, would keep everybody waiting. */
const mostLookedThrough = 500;

/** Of what is there already and was corrected since, another one: what takes a correction back is the last word. */
function spoolKey(lead: TakenLead, spool: LeadDesk["spool"]): string {
  const key = submissionKey(lead);
  const own = formKey(lead.submission);
  if (own === null || !spool.has({ key }) || spool.count() > mostLookedThrough) return key;
  const email = lookupAddress(lead.fields.email);
  const said = spool
    .list()
    .filter(({ submission, fields }) => formKey(submission) === own && lookupAddress(fields.email) === email);
  const last = said.at(-1)?.key ?? key;
  return last.startsWith(key) ? last : `${key}-${said.length}`;
}
