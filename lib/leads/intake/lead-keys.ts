import { dayOf } from "#lib/leads/iso-time.ts";
import { sha256 } from "#lib/leads/sha256.ts";
import type { LeadSubmission, TakenLead } from "./lead-submission.ts";

/** Stands for the form that was shown; null where it sent no usable key. */
export function formKey({ form, key, isProof }: LeadSubmission): string | null {
  return isPlausible(key) && !isProof ? sha256(JSON.stringify([form, key])) : null;
}

/** The same for the same text from the same form, so that a lead that is sent twice is stored once. */
export function submissionKey({ submission: { form, key, isProof }, fields, at }: TakenLead): string {
  // Whoever signs up for the newsletter again after a while, from the same form too, has lost the mail without which nobody joins.
  const post = form === "newsletter" ? tenMinutesOf(at) : isPlausible(key) ? key : dayOf(at);
  const said = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  // Keeps a visitor from sending something that counts as the daily proof.
  return sha256(JSON.stringify([isProof ? "proof" : form, post, said]));
}

function tenMinutesOf(time: string): string {
  return time.slice(0, "2026-11-30T17:3".length);
}

function isPlausible(key: string | undefined): boolean {
  return key !== undefined && /^[A-Za-z0-9-]{8,64}$/.test(key);
}
